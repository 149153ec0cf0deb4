using Kvell.Web.Account;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;

namespace Kvell.Web.Features.Pledges;

/// <summary>«Новая операция»: opens the draft of one operation and goes to it.</summary>
[Route(DraftAddress.NewSingle)]
[Authorize(Roles = PageRoles.Desk)]
public sealed class NewPledgePage : NewGroupPage
{
    protected override bool IsSingle => true;
}
