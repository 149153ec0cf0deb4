using System.Net.Sockets;

namespace Kvell.Infrastructure.Gateway.KvellApi;

/// <summary>Why a call brought no reply, for the log and the screen: by kind, never by an exception's own words.</summary>
internal static class ConnectionFailure
{
    public const string Abandoned = "Отправка остановлена до первого байта: её время вышло.";
    private const string Prefix = "Ошибка соединения";

    /// <summary>Failed while connecting: nothing of a request without a body has left either.</summary>
    public static bool IsBeforeSending(Exception failure) => failure is HttpRequestException
    {
        HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError,
    };

    public static string TimedOut(string host, TimeSpan timeout, bool hasBegun) => hasBegun
        ? $"{Prefix}: {host} не ответил целиком за {timeout.TotalSeconds:0.###} с"
        : $"{Prefix}: за {timeout.TotalSeconds:0.###} с не удалось соединиться с {host}";

    public static string Describe(Exception failure, string host) => ErrorOf(failure) switch
    {
        HttpRequestError.NameResolutionError => $"{Prefix}: адрес {host} не найден",
        HttpRequestError.ConnectionError => $"{Prefix}: {host} не принимает соединений{Code(failure)}",
        HttpRequestError.SecureConnectionError => $"{Prefix}: защищённое соединение с {host} не установлено",
        HttpRequestError.ResponseEnded => $"{Prefix}: {host} оборвал соединение, не договорив",
        HttpRequestError.InvalidResponse => $"{Prefix}: {host} ответил не по протоколу HTTP",
        HttpRequestError.ConfigurationLimitExceeded => $"{Prefix}: слишком длинные заголовки ответа {host}",
        _ => $"{Prefix}: обмен с {host} прервался{Code(failure)}",
    };

    public static string Redirected(int status) => $"{Prefix}: вместо ответа перенаправление (HTTP {status}), по нему не ходим";

    public static string Unreadable(int status, string why) => $"{Prefix}: ответ не прочитан (HTTP {status}), {why}";

    private static HttpRequestError? ErrorOf(Exception failure) => failure switch
    {
        HttpRequestException { InnerException: HttpIOException inner } => inner.HttpRequestError,
        HttpRequestException request => request.HttpRequestError,
        HttpIOException io => io.HttpRequestError,
        _ => null,
    };

    private static string Code(Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException!)
        {
            if (cause is SocketException socket)
                return $" ({socket.SocketErrorCode})";
        }

        return "";
    }
}
