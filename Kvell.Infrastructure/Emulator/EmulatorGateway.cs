using Microsoft.AspNetCore.Http;

namespace Kvell.Infrastructure.Emulator;

/// <summary>The emulated gateway behind HTTP: every request that comes in is kept with what became of it.</summary>
internal sealed class EmulatorGateway(EmulatorRules rules, EmulatorFile file, EmulatorPace pace, TimeProvider time)
{
    public async Task HandleAsync(HttpContext context)
    {
        var request = await EmulatorRequest.ReadAsync(context.Request, context.RequestAborted);
        var (call, reply) = await AnswerAsync(request);
        if (reply.Late)
            await WaitAsync(call, context);
        if (reply.Status is not { } status || context.RequestAborted.IsCancellationRequested)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";

        // Every recorded reply has it but the 500 one (kvell-api §2).
        if (status != StatusCodes.Status500InternalServerError)
            context.Response.Headers["X-Request-Id"] = Guid.NewGuid().ToString();
        await context.Response.WriteAsync(reply.Json, context.RequestAborted);
    }

    private async Task<(long Call, EmulatorReply Reply)> AnswerAsync(EmulatorRequest request)
    {
        var form = request.Body.Length == 0 ? null : EmulatorForm.Parse(request.Body);
        var isKnown = request.IsPayout || request.IsConfirm || request.IsStatus;
        var (valid, refusal) = isKnown ? await rules.IdentifyAsync(request) : (false, new EmulatorReply(StatusCodes.Status404NotFound, ""));
        var now = time.GetUtcNow().UtcDateTime;
        return file.Run(session =>
        {
            var reply = refusal ?? rules.Answer(request, form, session, now);
            var call = session.AddCall(new EmulatorCall(
                0, now, request.Method, request.Path, request.IsStatus ? request.Number : form?.Transaction, request.ApiKey, form?.CardMask, form?.Amount,
                valid, reply.Late ? null : reply.Status, reply is { Status: null }));
            return (call, reply);
        });
    }

    private async Task WaitAsync(long call, HttpContext context)
    {
        try
        {
            await Task.Delay(pace.Of(CardTable.AnswersAfter), time, context.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            file.Run(session => { session.EndCall(call, null); return 0; });
            return;
        }

        file.Run(session => { session.EndCall(call, StatusCodes.Status200OK); return 0; });
    }
}
