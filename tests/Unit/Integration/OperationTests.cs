using System.Net;
using AuraConsole.Integration.Http;
using AuraConsole.Unit.Integration.Fixtures;

namespace AuraConsole.Unit.Integration;

/// <summary>What holds for every operation of the client alike.</summary>
public sealed class OperationTests
{
    private static readonly (int Status, AuraErrorKind Kind)[] Refusals =
    [
        (400, AuraErrorKind.Invalid),
        (401, AuraErrorKind.Unauthorised),
        (403, AuraErrorKind.Forbidden),
        (404, AuraErrorKind.NotFound),
        (409, AuraErrorKind.Conflict),
        (429, AuraErrorKind.RateLimited),
    ];

    public static TheoryData<string> Names => AuraOperation.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Answer_EitherDialect_Read(string name)
    {
        var operation = AuraOperation.Named(name);
        foreach (var answer in operation.Answers)
        {
            using var harness = new AuraHarness();
            harness.Aura.Answer(operation.Route, answer);

            await operation.Call(harness);

            Assert.Equal(operation.Route, $"{Assert.Single(harness.Aura.Calls).Method} {harness.Aura.Calls[0].Path}");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Refused_EveryStatus_ItsKindWithAurasWords(string name)
    {
        var operation = AuraOperation.Named(name);
        foreach (var (status, kind) in Refusals)
        {
            using var harness = new AuraHarness(readRetries: 0);
            harness.Aura.Answer(operation.Route, """{"message":"Because"}""", (HttpStatusCode)status);

            var failure = await Assert.ThrowsAsync<AuraApiException>(() => operation.Call(harness));

            Assert.Equal((kind, status, "Because"), (failure.Kind, failure.Status, failure.AuraMessage));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Failing_502_OnlyReadsAreRetried(string name)
    {
        var operation = AuraOperation.Named(name);
        using var harness = new AuraHarness();
        harness.Aura.Answer(operation.Route, "<html>Bad gateway</html>", HttpStatusCode.BadGateway);
        await harness.Tokens.GetAsync(CancellationToken.None);

        var failure = await harness.PassTimeAsync(Record.ExceptionAsync(() => operation.Call(harness)));

        Assert.Equal(
            operation.IsRead ? AuraErrorKind.Unavailable : AuraErrorKind.OutcomeUnknown, Assert.IsType<AuraApiException>(failure).Kind);
        Assert.Equal(operation.IsRead ? 3 : 1, harness.Aura.Calls.Count);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Logs_NoBodyNoReferenceNoId(string name)
    {
        var operation = AuraOperation.Named(name);
        using var harness = new AuraHarness();
        harness.Aura.Answer(operation.Route, operation.Answers[0]);

        await operation.Call(harness);

        string[] secrets =
            ["site-0042", "100234", "178921", "452789", "8811", "77001", "0000", "Gate code", "Nkosi", "scoped", AuraHarness.Secret];
        var begin = $"AURA {operation.Route.Split(' ')[0]} ";
        var line = Assert.Single(harness.Logs.Lines, line => line.StartsWith(begin, StringComparison.Ordinal));
        // what follows is a random id, in which anything may be found
        Assert.DoesNotContain(secrets, line[..line.IndexOf(", correlation", StringComparison.Ordinal)].Contains);
    }

    [Fact]
    public void Table_EveryMethodOfEveryInterface_IsThere()
    {
        var methods = typeof(AuraConsole.Integration.Api.ISitesApi).Assembly.GetExportedTypes()
            .Where(type => type is { IsInterface: true, Namespace: "AuraConsole.Integration.Api" })
            .SelectMany(type => type.GetMethods().Select(method => $"{type.Name}.{method.Name}"))
            .Distinct();

        Assert.Empty(methods.Except(AuraOperation.All.Select(operation => operation.Name)));
    }
}
