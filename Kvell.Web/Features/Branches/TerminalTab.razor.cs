using Kvell.Domain.Branches;
using Kvell.Domain.Common;
using Kvell.Infrastructure.Branches.Keys;
using Kvell.Infrastructure.Demo;
using Kvell.Infrastructure.Live;
using Kvell.Infrastructure.Settings;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;

namespace Kvell.Web.Features.Branches;

public sealed partial class TerminalTab
{
    private TerminalView? _view;
    private StagedKeys _keys = new();
    private string _secret = "";
    private int _generation;

    [Parameter]
    [EditorRequired]
    public Guid Id { get; set; }

    [Parameter]
    public bool IsShown { get; set; }

    [Inject]
    private ShowTerminal Terminals { get; set; } = default!;

    [Inject]
    private SaveTerminal Saving { get; set; } = default!;

    [Inject]
    private IOptions<DemoOptions> Demo { get; set; } = default!;

    protected override IReadOnlyCollection<ChangeKind> Watched { get; } = [ChangeKind.Branch, ChangeKind.Settings, ChangeKind.TopUp];

    protected override bool IsDirty => base.IsDirty || _secret.Length > 0 || _keys.IsAny;

    private bool MayEdit => Actor.Has(UserRole.Administrator);

    private string FootHint => _keys.IsAny || IsDirty
        ? $"Не сохранено. Сохранение создаст версию {(_view?.Stored.Version ?? 0) + 1} терминала."
        : $"Сохранение создаст версию {(_view?.Stored.Version ?? 0) + 1} терминала. Начатые выплаты завершатся со своей версией.";

    private string TestHint => Demo.Value.Enabled
        ? "В демонстрации работает только тестовый терминал: настоящий шлюз KVELL не вызывается."
        : "С отметкой запросы идут в тестовый сервис KVELL и деньги не переводятся.";

    protected override bool Concerns(Change change) => change.BranchId is null || change.BranchId == Id;

    protected override TerminalForm Copy(TerminalForm form) => form with { };

    protected override async Task<StoredForm<TerminalForm>?> ReadAsync(CancellationToken cancellationToken)
    {
        _view = await Terminals.ExecuteAsync(Actor, Id, cancellationToken);
        return _view.Stored;
    }

    protected override async Task<SaveAnswer> WriteAsync(TerminalForm form, int seenVersion)
    {
        if (_keys.Locked is not null)
            return SaveAnswer.Refuse(new Refusal("Ключ зашифрован и ещё не открыт. Введите его пароль или замените файл", TerminalForm.PrivateKeyField));

        // A version that says nothing new would only make the list of them longer.
        return IsDirty || seenVersion == 0
            ? await Saving.ExecuteAsync(Actor, Id, form, new TerminalSecrets(_secret, _keys.PrivateKey, _keys.PublicKey), seenVersion, CancellationToken.None)
            : SaveAnswer.Done;
    }

    /// <summary>The field of the secret is made anew, and with it empty: nothing on the page holds it any more.</summary>
    protected override void ForgetTyped()
    {
        (_secret, _keys) = ("", new StagedKeys());
        _generation++;
    }

    private static string SecretHint(TerminalView view) => view switch
    {
        { HasSecret: false } => "Из личного кабинета KVELL. После сохранения показать его будет нельзя.",
        { SecretFingerprint: { } print } => $"Задан, отпечаток {print}. Показать его нельзя, можно только заменить.",
        _ => "Задан. Показать его нельзя, можно только заменить.",
    };

    private string VersionText(TerminalView view) =>
        view.Stored is { Version: > 0, ChangedAt: { } at } ? $"версия {view.Stored.Version}, действует с {Local(at)}" : "ещё не заполнен";

    private void TypeSecret(string typed)
    {
        _secret = typed;
        Fields.Typed(TerminalForm.SecretField);
    }

    private void NoteKeys(IReadOnlyList<Refusal> refusals) => Fields.Refuse(refusals);
}
