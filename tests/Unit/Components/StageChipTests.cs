using AuraConsole.Integration.Lifecycle;
using AuraConsole.Web.Components.Controls;
using Bunit;

namespace AuraConsole.Unit.Components;

public sealed class StageChipTests : BunitContext
{
    [Theory]
    [InlineData(CalloutStage.Created, "Created")]
    [InlineData(CalloutStage.Dispatched, "Dispatched")]
    [InlineData(CalloutStage.OnScene, "On scene")]
    [InlineData(CalloutStage.Completed, "Completed")]
    [InlineData(CalloutStage.StoodDown, "Stood down")]
    [InlineData(CalloutStage.Closed, "Closed")]
    public void Chip_Stage_HasItsWordAndMark(CalloutStage stage, string word)
    {
        var chip = Render<StageChip>(parameters => parameters.Add(c => c.Stage, stage)).Find(".stage");

        Assert.Equal(word, chip.TextContent.Trim());
        Assert.Equal(stage.ToString(), chip.GetAttribute("data-stage"));
        Assert.Equal("true", chip.QuerySelector("svg")?.GetAttribute("aria-hidden"));
    }

    [Fact]
    public void Chip_Stages_DifferInShapeToo()
    {
        var shapes = Enum.GetValues<CalloutStage>()
            .Select(stage => Render<StageChip>(parameters => parameters.Add(c => c.Stage, stage)).Find("svg").InnerHtml);

        Assert.Equal(Enum.GetValues<CalloutStage>().Length, shapes.Distinct().Count());
    }

    [Fact]
    public void Chip_NewStage_IsDrawnAnew()
    {
        var chip = Render<StageChip>(parameters => parameters.Add(c => c.Stage, CalloutStage.Created));

        chip.Render(parameters => parameters.Add(c => c.Stage, CalloutStage.Closed));

        Assert.Equal("Closed", chip.Find(".stage").TextContent.Trim());
        Assert.NotEmpty(chip.FindAll("rect"));
    }
}
