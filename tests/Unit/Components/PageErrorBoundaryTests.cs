using AuraConsole.Unit.Integration;
using AuraConsole.Web.Components.Layout;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AuraConsole.Unit.Components;

public sealed class PageErrorBoundaryTests : BunitContext
{
    [Fact]
    public void Boundary_PageFails_LogsTheReferenceItShowsAndRecovers()
    {
        var logs = new CollectedLogs();
        Services.AddLogging(logging => logging.AddProvider(logs));
        var isBroken = true;
        RenderFragment page = builder =>
        {
            if (isBroken)
                throw new InvalidOperationException("the page is broken");
            builder.AddContent(0, "the page");
        };

        var boundary = Render<PageErrorBoundary>(parameters => parameters
            .Add(b => b.ChildContent, page).Add(b => b.ErrorContent, _ => builder => builder.AddContent(0, "the panel")));
        var shown = boundary.Markup;
        var reference = boundary.Instance.Reference;
        isBroken = false;
        boundary.InvokeAsync(boundary.Instance.Recover);

        Assert.Equal("the panel", shown);
        Assert.Contains(logs.Warnings, line => line.Contains(reference!, StringComparison.Ordinal) && line.Contains("the page is broken", StringComparison.Ordinal));
        Assert.Equal("the page", boundary.Markup);
    }
}
