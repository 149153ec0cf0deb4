using System.Reflection;
using Mono.Cecil;

namespace Kvell.Tests.Architecture;

/// <param name="Origin">Full name of the top-level type whose code makes the call.</param>
internal sealed record Call(string Origin, string Target, string Method);

/// <param name="Origin">Full name of the top-level type that mentions the other.</param>
internal sealed record Use(string Origin, string Target);

/// <summary>What the compiled product refers to. Lambdas and state machines count as the type they were written in.</summary>
internal static class KvellCode
{
    private static readonly string[] Product = ["Kvell.Domain", "Kvell.Infrastructure", "Kvell.Web"];

    private static readonly Lazy<IReadOnlyList<Call>> AllCalls = new(() => [.. Product.SelectMany(Load).SelectMany(CallsOf).Distinct()]);

    public static IReadOnlyList<Call> Calls => AllCalls.Value;

    public static IReadOnlyList<Use> UsesOf(string assembly) => [.. Load(assembly).SelectMany(UsesOf).Distinct()];

    private static IEnumerable<TypeDefinition> Load(string assembly) =>
        ModuleDefinition.ReadModule(Assembly.Load(assembly).Location).GetTypes();

    private static IEnumerable<Call> CallsOf(TypeDefinition type) =>
        from method in type.Methods
        from called in Operands(method).OfType<MethodReference>()
        select new Call(Outermost(type).FullName, called.DeclaringType.GetElementType().FullName, called.Name);

    private static IEnumerable<Use> UsesOf(TypeDefinition type) =>
        from mentioned in Mentioned(type)
        from part in Parts(mentioned)
        select new Use(Outermost(type).FullName, part.FullName);

    private static IEnumerable<TypeReference?> Mentioned(TypeDefinition type) =>
    [
        type.BaseType,
        .. type.Interfaces.Select(implemented => implemented.InterfaceType),
        .. type.CustomAttributes.Select(attribute => attribute.AttributeType),
        .. type.Fields.Select(field => field.FieldType),
        .. type.Properties.SelectMany(property => property.CustomAttributes).Select(attribute => attribute.AttributeType),
        .. type.Methods.SelectMany(method => method.Parameters.Select(parameter => parameter.ParameterType).Append(method.ReturnType)),
        .. type.Methods.Where(method => method.HasBody).SelectMany(method => method.Body.Variables).Select(variable => variable.VariableType),
        .. type.Methods.SelectMany(Operands).SelectMany(OfOperand),
    ];

    private static IEnumerable<object> Operands(MethodDefinition method) =>
        method.HasBody ? method.Body.Instructions.Select(instruction => instruction.Operand).Where(operand => operand is not null) : [];

    private static IEnumerable<TypeReference> OfOperand(object operand) => operand switch
    {
        GenericInstanceMethod generic => [generic.DeclaringType, generic.ReturnType, .. generic.GenericArguments],
        MethodReference method => [method.DeclaringType, method.ReturnType],
        FieldReference field => [field.DeclaringType, field.FieldType],
        TypeReference type => [type],
        _ => [],
    };

    /// <summary>The type itself and what it is made of: element types and generic arguments.</summary>
    private static IEnumerable<TypeReference> Parts(TypeReference? type) => type switch
    {
        null or GenericParameter => [],
        GenericInstanceType generic => Parts(generic.ElementType).Concat(generic.GenericArguments.SelectMany(Parts)),
        TypeSpecification made => Parts(made.ElementType),
        _ => [type],
    };

    private static TypeDefinition Outermost(TypeDefinition type) => type.DeclaringType is { } outer ? Outermost(outer) : type;
}
