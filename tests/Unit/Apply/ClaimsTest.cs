using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Unit.Support;
using AuraConsole.Web.Apply;
using AuraConsole.Web.Data.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace AuraConsole.Unit.Apply;

/// <summary>One callout, and two people who may want it.</summary>
public abstract class ClaimsTest : IAsyncLifetime
{
    private protected static readonly Operator Anna = new("a", "Anna");
    private protected static readonly Operator Ben = new("b", "Ben");

    protected Spine Spine { get; private set; } = null!;

    protected CalloutClaims Claims => Spine.Services.GetRequiredService<CalloutClaims>();

    public async Task InitializeAsync()
    {
        Spine = await Spine.StartAsync();
        await Given.ReadingAsync(Spine, new AuraCallout { Id = 7, Status = "created" });
    }

    public async Task DisposeAsync() => await Spine.DisposeAsync();
}
