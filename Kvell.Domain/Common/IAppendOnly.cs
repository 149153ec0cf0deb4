namespace Kvell.Domain.Common;

/// <summary>A row of a journal: written once. No save may change or delete it.</summary>
public interface IAppendOnly;
