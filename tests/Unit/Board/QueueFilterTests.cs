using AuraConsole.Integration.Lifecycle;
using AuraConsole.Web.Features.Board;
using AuraConsole.Web.Live;

namespace AuraConsole.Unit.BoardPages;

public sealed class QueueFilterTests
{
    private static readonly BoardRow Row = Rows.Of(5, CalloutStage.Dispatched, "other") with { SiteGroupId = 3, ResponseType = "Medical" };

    public static TheoryData<QueueFilter, bool> Filters => new()
    {
        { QueueFilter.None, true },
        { new() { Stage = CalloutStage.Dispatched }, true },
        { new() { Stage = CalloutStage.Created }, false },
        { new() { Owner = "other" }, true },
        { new() { Owner = QueueFilter.Nobody }, false },
        { new() { Owner = QueueFilter.Me }, false },
        { new() { Group = 3 }, true },
        { new() { Group = QueueFilter.NoGroup }, false },
        { new() { ResponseType = "MEDICAL" }, true },
        { new() { ResponseType = "Armed" }, false },
        { new() { RealOnly = true }, true },
        { new() { Text = " dock  site" }, true },
        { new() { Text = "dock nowhere" }, false },
        { new() { Stage = CalloutStage.Dispatched, Owner = "other", Group = 3, ResponseType = "medical", Text = "5", RealOnly = true }, true },
        { new() { Stage = CalloutStage.Dispatched, Owner = "other", Group = 4 }, false },
    };

    [Theory]
    [MemberData(nameof(Filters))]
    public void Row_PassesWhenEveryPartFits(QueueFilter filter, bool expected) => Assert.Equal(expected, filter.Passes(Row, Rows.Me));

    [Fact]
    public void Owner_MeAndNobody_AreMeant()
    {
        Assert.True(new QueueFilter { Owner = QueueFilter.Me }.Passes(Rows.Of(1, owner: Rows.Me), Rows.Me));
        Assert.True(new QueueFilter { Owner = QueueFilter.Nobody }.Passes(Rows.Of(1), Rows.Me));
        Assert.False(new QueueFilter { RealOnly = true }.Passes(Rows.Of(1) with { IsTest = true }, Rows.Me));
    }

    [Fact]
    public void Address_WrittenAndRead_IsTheSame()
    {
        var address = new QueueAddress(BoardTab.Mine, new QueueFilter
        {
            Text = "depot & co",
            Stage = CalloutStage.OnScene,
            Owner = "u-1",
            Group = 4,
            ResponseType = "Armed response",
            RealOnly = true,
        });

        var query = string.Join('&', address.ToQuery().Where(part => part.Value is not null)
            .Select(part => $"{part.Key}={Uri.EscapeDataString(part.Value!.ToString()!)}"));

        Assert.Equal(address, QueueAddress.Read($"http://localhost/?callout=7&{query}"));
        Assert.All(new QueueAddress(BoardTab.All, QueueFilter.None).ToQuery().Values, Assert.Null);
    }

    [Theory]
    [InlineData("?stage=Nowhere&tab=9&group=x&owner=&type=%20")]
    [InlineData("?stage=2&tab=&real=yes")]
    [InlineData("")]
    public void Address_Mistyped_IsLeftOut(string query) =>
        Assert.Equal(new QueueAddress(BoardTab.All, QueueFilter.None), QueueAddress.Read($"http://localhost/{query}"));

    [Fact]
    public void Address_EndlessText_IsCut() =>
        Assert.Equal(QueueFilter.TextLength, QueueAddress.Read($"http://localhost/?q={new string('x', 5000)}").Filter.Text.Length);
}
