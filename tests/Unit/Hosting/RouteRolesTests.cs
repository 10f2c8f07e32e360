using System.Net;
using System.Text.RegularExpressions;
using AuraConsole.Unit.Support;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace AuraConsole.Unit.Hosting;

public sealed partial class RouteRolesTests(ConsoleFactory console) : IClassFixture<ConsoleFactory>
{
    /// <summary>Answers 404 for the name of a file that is no asset; Development alone has it.</summary>
    private const string MissingAsset = "/{**path:file}";

    [Fact]
    public void EveryAddress_HasADecision()
    {
        var addresses = Routes().Select(AddressOf).Distinct().ToList();

        Assert.Empty(addresses.Except(RouteRoles.All.Keys));
        Assert.Empty(RouteRoles.All.Keys.Except(addresses));
    }

    [Fact]
    public void Addresses_ForAnyone_SayThatTheyAre()
    {
        var anonymous = Routes().Where(route => route.Metadata.GetMetadata<IAllowAnonymous>() is not null).Select(AddressOf).Distinct().Order().ToList();

        Assert.Equal(RouteRoles.All.Where(row => row.Value == Least.Anyone).Select(row => row.Key).Order(), anonymous);
    }

    [Theory]
    [InlineData(Least.Anyone)]
    [InlineData(Least.Dispatcher)]
    [InlineData(Least.Supervisor)]
    [InlineData(Least.Admin)]
    public async Task Role_AtEachAddress_IsLetInAsDecided(Least role)
    {
        var browser = console.CreateBrowser();
        if (role != Least.Anyone)
            await browser.SignInAsync($"{role.ToString().ToLowerInvariant()}@demo.local");
        var wrong = new List<string>();

        foreach (var address in Routes().Where(CanBeOpened).Select(AddressOf).Distinct())
        {
            using var answer = await browser.GetAsync(Example(address), HttpCompletionOption.ResponseHeadersRead);
            if (IsLetIn(answer) != role >= RouteRoles.All[address])
                wrong.Add($"{role} at {address}: {(int)answer.StatusCode} {answer.LeadsTo()}");
        }

        Assert.Empty(wrong);
    }

    private static bool IsLetIn(HttpResponseMessage answer) =>
        answer.StatusCode is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
        && answer.LeadsTo() is var target && target?.StartsWith("/account/login?", StringComparison.Ordinal) != true && target?.StartsWith("/account/denied", StringComparison.Ordinal) != true;

    private static bool CanBeOpened(RouteEndpoint route) => route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") != false;

    private static string AddressOf(RouteEndpoint route) => "/" + route.RoutePattern.RawText!.TrimStart('/');

    private static string Example(string address) =>
        Parameter().Replace(address, part => part.Value.EndsWith(":guid}", StringComparison.Ordinal) ? Guid.Empty.ToString() : "1");

    /// <summary>The console's own: the assets are for anyone, and the framework's are the circuit's business.</summary>
    private IEnumerable<RouteEndpoint> Routes() => console.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(route => route.Metadata.GetMetadata<StaticAssetDescriptor>() is null && !AddressOf(route).StartsWith("/_", StringComparison.Ordinal) && AddressOf(route) != MissingAsset);

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();
}
