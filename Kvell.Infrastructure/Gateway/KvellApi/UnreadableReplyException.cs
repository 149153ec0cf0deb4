namespace Kvell.Infrastructure.Gateway.KvellApi;

/// <summary>A reply whose facts can't be told for certain. The message is the end of a Russian sentence; it never leaves the reader.</summary>
internal sealed class UnreadableReplyException(string message) : Exception(message);
