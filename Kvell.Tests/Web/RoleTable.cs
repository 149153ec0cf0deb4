using Kvell.Domain.Common;

namespace Kvell.Tests.Web;

/// <summary>Who may what, by hand: the table of pages and everything behind them. R receives, F has full rights, A administers.</summary>
internal static class RoleTable
{
    public static IReadOnlyDictionary<string, string> UseCases { get; } = Read(
        ("RFA", """
            DownloadDecisionFile ExportPledges ExportTopUps FindAnywhere ListAttention ListPledges ListTodaysLoans ListTodaysTopUps ListTopUps SetEmulatorSpeed ShowDayTotals
            ShowEmulator ShowKvellUse ShowListFrame ShowPledge ShowTopUp SumPledges SumTopUps ShowWorkplace SwitchEmulator ListBranchChoices ReceiveBlanks ShowBlankReport
            """),
        ("RF", """
            CancelTicket CheckTopUpNow CloseDraft ConfirmTopUp EnterCash EnterCashMove FindPledgors FindSamePassport ListRates ListUnfinishedDrafts LoadDraft
            OfferPayout OpenDraft OpenPledgor PayLoansToCard PostPledges PrintReceipts PrintTickets RecallChecks RedateLoans ReturnReceipt SaveDraft ShowCashBook ShowClientPapers ShowDocuments ShowGroupPayouts ShowMyPayouts ShowReceipts ShowTickets SpoilBlank SpoilBlankByNumber StopTopUp ZeroOperation
            """),
        ("FA", """
            ConfirmDecision ExportRequests ListBranches ListRequests ListTariffs RejectDecision SaveGeneralSettings SavePolicy SaveTariff ShowBranch ShowGeneralSettings ShowPolicy ShowRequest ShowStopList
            ShowTerminal
            """),
        ("F", "ContinueWithoutCheck ProposeDecision SaveFullCostCap SaveStopListEntry"),
        ("A", """
            BlockUser ChangeUser CheckSigning CreateBranch CreateUser DownloadPublicKey EndUserSessions GenerateKeys ListServerChecks ListUsers
            LoadPrivateKey LoadPublicKey ResetPassword SaveBankSettings SaveBranch SaveTerminal ShowBankSettings UnblockUser
            """));

    /// <summary>Addresses by page. <c>{branch}</c>, <c>{draft}</c>, <c>{single}</c>, <c>{pledge}</c> and <c>{top-up}</c> stand for things of the receiver's own branch.</summary>
    public static IReadOnlyList<(string Page, string Address, string Roles)> Pages { get; } =
    [
        ("DeskPage", "/", "RFA"),
        ("NewGroupPage", "/pledges/group", "RF"),
        ("GroupPledgePage", "/pledges/group/{draft}", "RF"),
        ("NewPledgePage", "/pledges/new", "RF"),
        ("SinglePledgePage", "/pledges/new/{single}", "RF"),
        ("PrintTicketsPage", "/pledges/print/{draft}", "RF"),
        ("PrintClientPaperPage", "/pledges/papers/{draft}/consent", "RF"),
        ("PrintSlipPage", "/top-ups/{top-up}/slip", "RFA"),
        ("PrintCashPage", "/cash/print/{branch}/2022-10-24", "RF"),
        ("PrintReceiptsPage", "/pledges/receipts/{draft}", "RF"),
        ("CashPage", "/cash", "RF"),
        ("BlanksPage", "/blanks", "RFA"),
        ("PledgesPage", "/pledges", "RFA"),
        ("PledgePage", "/pledges/{pledge}", "RFA"),
        ("TopUpsPage", "/top-ups", "RFA"),
        ("TopUpPage", "/top-ups/{top-up}", "RFA"),
        ("TariffsPage", "/tariffs", "FA"),
        ("BranchesPage", "/branches", "FA"),
        ("NewBranchPage", "/branches/new", "A"),
        ("BranchPage", "/branches/{branch}", "FA"),
        ("PolicyPage", "/settings/policy", "FA"),
        ("GeneralPage", "/settings/general", "FA"),
        ("BankPage", "/settings/bank", "A"),
        ("RequestLogPage", "/request-log", "FA"),
        ("UsersPage", "/users", "A"),
        ("EmulatorPage", "/emulator", "RFA"),
        ("PasswordPage", "/account/password", "RFA"),
        ("", "/jobs", "A"),
        ("", "/pledges/export", "RFA"),
        ("", "/top-ups/export", "RFA"),
        ("", "/request-log/export", "FA"),
        ("", "/branches/{branch}/public-key", "A"),
    ];

    public static IReadOnlyList<UserRole> RolesOf(string letters) =>
        [.. letters.Select(letter => letter switch { 'R' => UserRole.Receiver, 'F' => UserRole.FullRights, _ => UserRole.Administrator })];

    private static Dictionary<string, string> Read(params (string Roles, string Names)[] groups) =>
        groups.SelectMany(group => group.Names.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), (group, name) => (name, group.Roles)).ToDictionary();
}
