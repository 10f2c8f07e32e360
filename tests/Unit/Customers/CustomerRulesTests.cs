using AuraConsole.Web.Components.Callouts.Customers;
using AuraConsole.Web.Data;
using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Features.Customers.Changing;
using AuraConsole.Web.Features.Customers.Pages;

namespace AuraConsole.Unit.Customers;

public sealed class CustomerRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 4, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("+27820000000", true)]
    [InlineData("+12345678", true)]
    [InlineData("+123456789012345", true)]
    [InlineData("+1234567", false)]
    [InlineData("+1234567890123456", false)]
    [InlineData("+07820000000", false)]
    [InlineData("0820000000", false)]
    [InlineData("+2782000000a", false)]
    [InlineData("", false)]
    public void Mobile_Form_IsE164(string mobile, bool isOne) => Assert.Equal(isOne, CustomerInputRules.IsE164(mobile));

    [Fact]
    public void Mobile_TypedAsPeopleWriteIt_IsTakenWithoutItsGaps() => Assert.Equal("+27820000000", CustomerInputRules.Plain(" +27 (82) 000-0000 "));

    [Theory]
    [InlineData(-10, 100, false, SubscriptionState.Active)]
    [InlineData(-10, 20, false, SubscriptionState.Expiring)]
    [InlineData(0, 0, false, SubscriptionState.Expiring)]
    [InlineData(5, 100, false, SubscriptionState.Upcoming)]
    [InlineData(-100, -1, false, SubscriptionState.Lapsed)]
    [InlineData(-10, 100, true, SubscriptionState.Cancelled)]
    public void State_ByDatesAndCancellation_IsDerived(int from, int to, bool cancelled, SubscriptionState expected) =>
        Assert.Equal(expected, SubscriptionStates.Of(One(from, to, cancelled), Now, TimeSpan.FromDays(30)));

    [Fact]
    public void State_OfSeveral_AValidOneCounts()
    {
        var all = new[] { One(-10, 20, cancelled: true), One(-400, -40), One(-1, 300) };

        Assert.Equal(SubscriptionState.Active, SubscriptionStates.Of(all, Now, TimeSpan.FromDays(30)));
        Assert.Equal(SubscriptionState.None, SubscriptionStates.Of([], Now, TimeSpan.FromDays(30)));
    }

    [Theory]
    [InlineData("Lindiwe", "Nkosi", "Lindiwe N.")]
    [InlineData("Lindiwe", null, "Lindiwe")]
    [InlineData(null, null, null)]
    public void Name_InLists_IsMasked(string? name, string? surname, string? expected) => Assert.Equal(expected, CustomerMask.Name(name, surname));

    [Fact]
    public void Mobile_InLists_ShowsThreeDigits() => Assert.Equal("••• 001", CustomerMask.Mobile("+27820000001"));

    [Theory]
    [InlineData("-33,9", "18.4", true)]
    [InlineData("−33.9", "18.4", true)]
    [InlineData("91", "18.4", false)]
    [InlineData("", "", false)]
    [InlineData("north", "18", false)]
    public void Place_Typed_IsChecked(string latitude, string longitude, bool isOne)
    {
        var place = new PlaceInput { Latitude = latitude, Longitude = longitude };

        Assert.Equal(isOne, place.Check());
        Assert.Equal(isOne, place.Position is not null);
    }

    [Fact]
    public void ErasedNames_WholeWords_AreBlankedAndOthersStay()
    {
        var names = new ErasedNames(new Customer { Name = "Ann", Surname = "Steyn", Mobile = "+27820000007" });

        Assert.Equal("[erased] called from [erased], Annual check", names.In("Ann Steyn called from +27820000007, Annual check"));
        Assert.False(names.SurelyIn("Ann is anybody"));
        Assert.True(names.SurelyIn("ask ann steyn"));
    }

    private static CustomerSubscription One(int from, int to, bool cancelled = false) =>
        new() { ValidFrom = Now.AddDays(from), ValidTo = Now.AddDays(to), IsCancelled = cancelled };
}
