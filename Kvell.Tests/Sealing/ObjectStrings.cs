using System.Collections;
using System.Reflection;
using System.Text;

namespace Kvell.Tests.Sealing;

/// <summary>Every string and byte array that an object holds, however deep.</summary>
internal static class ObjectStrings
{
    public static IEnumerable<string> Of(object root)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var waiting = new Stack<object>([root]);
        while (waiting.TryPop(out var current))
        {
            if (current is string text)
                yield return text;
            else if (current is byte[] bytes)
                yield return Encoding.Latin1.GetString(bytes);
            else if (IsWorthEntering(current.GetType()) && (current.GetType().IsValueType || seen.Add(current)))
                PushParts(current, waiting);
        }
    }

    private static void PushParts(object current, Stack<object> waiting)
    {
        if (current is Array array)
        {
            foreach (var item in (IEnumerable)array)
                PushIfAny(item, waiting);
            return;
        }

        for (var type = current.GetType(); type is not null; type = type.BaseType)
        {
            foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                PushIfAny(field.FieldType.IsPointer ? null : field.GetValue(current), waiting);
        }
    }

    private static void PushIfAny(object? part, Stack<object> waiting)
    {
        if (part is not null)
            waiting.Push(part);
    }

    /// <summary>Reflection's own objects and threads lead to the whole process.</summary>
    private static bool IsWorthEntering(Type type) =>
        !type.IsPrimitive && !type.IsEnum && !type.IsPointer && !typeof(MemberInfo).IsAssignableFrom(type) && !typeof(Delegate).IsAssignableFrom(type)
        && type.Namespace is not ("System.Reflection" or "System.Threading" or "System.Threading.Tasks");
}
