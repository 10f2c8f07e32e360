using AuraConsole.Web.Components.Controls;
using Bunit;

namespace AuraConsole.Unit.Components;

public sealed class PanelTests : BunitContext
{
    [Fact]
    public void ErrorPanel_WithReference_IsAnAlertThatNamesIt()
    {
        var panel = Render<ErrorPanel>(parameters => parameters
            .Add(p => p.Title, "It failed").Add(p => p.Text, "Say this:").Add(p => p.Reference, "1A2B3C4D").AddChildContent("<button>Again</button>"));

        Assert.Equal("It failed", panel.Find("[role=alert] h2").TextContent);
        Assert.Equal("1A2B3C4D", panel.Find("code").TextContent);
        Assert.Equal("Again", panel.Find("button").TextContent);
    }

    [Fact]
    public void EmptyState_WithAction_ShowsBoth()
    {
        var empty = Render<EmptyState>(parameters => parameters
            .Add(e => e.Title, "No sites yet").Add(e => e.Text, "Register one.").AddChildContent("<a href=\"/sites\">Register</a>"));

        Assert.Equal("No sites yet", empty.Find("h1").TextContent);
        Assert.Equal("Register one.", empty.Find("p").TextContent);
        Assert.Equal("/sites", empty.Find("a").GetAttribute("href"));
    }

    [Fact]
    public void Field_HintAndError_StandByTheirLabelledInput()
    {
        var field = Render<Field>(parameters => parameters
            .Add(f => f.Id, "name").Add(f => f.Label, "Name").Add(f => f.Hint, "As on the gate")
            .Add(f => f.Error, "Missing").AddChildContent("<input id=\"name\">"));

        Assert.Equal("name", field.Find("label").GetAttribute("for"));
        Assert.Equal("As on the gate", field.Find("#name-hint").TextContent);
        Assert.Equal("Missing", field.Find(".error").TextContent);
    }
}
