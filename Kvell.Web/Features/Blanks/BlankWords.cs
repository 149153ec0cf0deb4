using Kvell.Domain.Branches;
using Kvell.Infrastructure.Branches;

namespace Kvell.Web.Features.Blanks;

internal static class BlankWords
{
    public static string Of(BlankFigure figure) => figure switch
    {
        BlankFigure.OpeningClean => "Чистых на начало",
        BlankFigure.Received => "Получено",
        BlankFigure.Printed => "Напечатано",
        BlankFigure.Plain => "Напечатано на простой бумаге",
        BlankFigure.Spoiled => "Испорчено",
        BlankFigure.Annulled => "Аннулировано",
        _ => "Чистых на конец",
    };

    public static string Of(BlankState state) => state switch
    {
        BlankState.Clean => "Чистый",
        BlankState.Printed => "Напечатан",
        BlankState.Spoiled => "Испорчен",
        _ => "Аннулирован",
    };
}
