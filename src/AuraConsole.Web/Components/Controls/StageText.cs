using AuraConsole.Integration.Lifecycle;
using AuraConsole.Web.Resources;

namespace AuraConsole.Web.Components.Controls;

/// <summary>A stage's word on screen.</summary>
public static class StageText
{
    public static string Of(CalloutStage stage) => stage switch
    {
        CalloutStage.Created => CommonText.StageCreated,
        CalloutStage.Dispatched => CommonText.StageDispatched,
        CalloutStage.OnScene => CommonText.StageOnScene,
        CalloutStage.Completed => CommonText.StageCompleted,
        CalloutStage.StoodDown => CommonText.StageStoodDown,
        CalloutStage.Closed => CommonText.StageClosed,
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, null),
    };
}
