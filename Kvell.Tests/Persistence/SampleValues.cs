namespace Kvell.Tests.Persistence;

/// <summary>Some value of a type, never null: a query's shape may hang on a null.</summary>
internal static class SampleValues
{
    public static object Of(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain == typeof(string))
            return "образец";
        if (plain == typeof(Guid) || plain == typeof(object)) // a key, to FindAsync
            return Guid.NewGuid();
        if (plain == typeof(DateTime))
            return new DateTime(2022, 10, 24, 9, 19, 10, DateTimeKind.Utc);
        if (plain == typeof(bool))
            return true;
        if (plain.IsEnum)
            return Enum.GetValues(plain).GetValue(0)!;
        if (ElementOf(plain) is { } element)
            return ListOf(plain, element);
        return plain.IsValueType ? Activator.CreateInstance(plain)! : throw new NotSupportedException($"No sample of {type}.");
    }

    private static Type? ElementOf(Type type) => type.IsArray
        ? type.GetElementType()
        : type.GetInterfaces().Append(type).FirstOrDefault(known => known.IsGenericType && known.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GetGenericArguments()[0];

    private static object ListOf(Type type, Type element)
    {
        var array = Array.CreateInstance(element, 2);
        array.SetValue(Of(element), 0);
        array.SetValue(Of(element), 1);
        return type.IsAssignableFrom(array.GetType()) ? array : Activator.CreateInstance(type.IsInterface ? typeof(HashSet<>).MakeGenericType(element) : type, array)!;
    }
}
