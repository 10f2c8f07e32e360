using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Integration.Lifecycle;
using AuraConsole.Unit.Support;
using AuraConsole.Web.Components.Callouts.Customers;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Data.Identity;
using AuraConsole.Web.Resources;
using Bunit;
using Microsoft.EntityFrameworkCore;

namespace AuraConsole.Unit.Customers;

/// <summary>A browser tells where the customer is, faster and longer than it should.</summary>
public sealed class PositionPanelTests : ConsoleComponentTest
{
    private const long CalloutId = 9001;

    [Fact]
    public async Task Stream_TwoWithinTenSeconds_OnlyTheFirstIsSent()
    {
        var panel = await StreamingAsync();

        await TellAsync(panel, -26.10);
        Time.Advance(TimeSpan.FromSeconds(9));
        await TellAsync(panel, -26.11);
        Assert.Equal([-26.10], Aura.Positions.Select(position => position.Latitude));

        Time.Advance(TimeSpan.FromSeconds(1));
        await TellAsync(panel, -26.12);
        Assert.Equal([-26.10, -26.12], Aura.Positions.Select(position => position.Latitude));
    }

    [Fact]
    public async Task Stream_AuraSaysClosed_StopsAndSaysSo()
    {
        var panel = await StreamingAsync();
        Aura.OnPosition = id => new AuraCallout { Id = id, ClosedByStatusCode = true };

        await TellAsync(panel, -26.10);
        panel.WaitForAssertion(() => Assert.Contains(RaiseCustomerText.PositionClosed, panel.Markup, StringComparison.Ordinal), Patience);
        Time.Advance(TimeSpan.FromMinutes(1));
        await TellAsync(panel, -26.11);

        Assert.Single(Aura.Positions);
        Assert.Empty(panel.FindAll("[aria-pressed=true]"));
        await using var db = Database();
        Assert.Equal(1, await db.Entries.CountAsync(entry => entry.Kind == EntryKind.PositionsEnded));
    }

    [Fact]
    public async Task Stream_NoPlaceOnEarth_IsNotSent()
    {
        var panel = await StreamingAsync();

        await TellAsync(panel, 126.10);
        await TellAsync(panel, double.NaN);

        Assert.Empty(Aura.Positions);
    }

    private static Task TellAsync(IRenderedComponent<PositionPanel> panel, double latitude) =>
        panel.InvokeAsync(() => panel.Instance.HandleHere(latitude, 28.05, 5));

    private async Task<IRenderedComponent<PositionPanel>> StreamingAsync()
    {
        var callout = new Callout
        {
            AuraId = CalloutId,
            CustomerAuraId = 450_001,
            Stage = CalloutStage.Created,
            StageSince = Time.GetUtcNow(),
            FirstSeenAt = Time.GetUtcNow(),
        };
        await using (var db = Database())
        {
            db.Callouts.Add(callout);
            await db.SaveChangesAsync();
        }
        JSInterop.SetupModule("./js/here.js").Mode = JSRuntimeMode.Loose;
        var panel = Render<PositionPanel>(parameters => parameters.Add(p => p.Callout, callout).Add(p => p.Me, new Operator(UserId, UserName)));
        await panel.Find("[aria-pressed]").ClickAsync(new());
        panel.WaitForElement("[aria-pressed=true]", Patience);
        return panel;
    }
}
