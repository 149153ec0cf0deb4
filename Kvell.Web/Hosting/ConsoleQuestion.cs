using System.Text;

namespace Kvell.Web.Hosting;

/// <summary>Questions to whoever sits at the console; answered by nothing where nobody does.</summary>
internal static class ConsoleQuestion
{
    public static string Ask(string question, string otherwise)
    {
        if (Console.IsInputRedirected)
            return otherwise;
        Console.Write($"{question} [{otherwise}]: ");
        return Console.ReadLine() is { } typed && typed.Trim().Length > 0 ? typed.Trim() : otherwise;
    }

    /// <summary>What is typed isn't shown.</summary>
    public static string AskHidden(string question)
    {
        if (Console.IsInputRedirected)
            return "";
        Console.Write($"{question}: ");
        var typed = new StringBuilder();
        for (var key = Console.ReadKey(intercept: true); key.Key != ConsoleKey.Enter; key = Console.ReadKey(intercept: true))
        {
            if (key.Key == ConsoleKey.Backspace)
                typed.Length = Math.Max(0, typed.Length - 1);
            else if (!char.IsControl(key.KeyChar))
                typed.Append(key.KeyChar);
        }

        Console.WriteLine();
        return typed.ToString();
    }
}
