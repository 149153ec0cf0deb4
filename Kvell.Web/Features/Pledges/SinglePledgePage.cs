using Kvell.Web.Account;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;

namespace Kvell.Web.Features.Pledges;

/// <summary>«Операция по залогу» made by itself: the wizard with one ticket. Posted, it goes on at the operation's own page.</summary>
[Route(DraftAddress.NewSingle + "/{Id:guid}")]
[Authorize(Roles = PageRoles.Desk)]
public sealed class SinglePledgePage : GroupPledgePage
{
    protected override bool IsSingle => true;
}
