using System.Text.Json;
using AuraConsole.Integration.Api.Contracts;
using AuraConsole.Integration.Api.Wire;

namespace AuraConsole.Unit.Integration;

public sealed class CalloutReaderTests
{
    private static readonly DateTimeOffset Then = new(2026, 5, 4, 9, 11, 0, TimeSpan.Zero);

    [Fact]
    public void Read_NestedView_EveryMember()
    {
        var callout = Read("""
            {"id":7,"status":"Responder Dispatched","internalTest":true,"url":"https://track.test/7","createdAt":"2026-05-04T09:11:00.000Z",
             "incidentInformation":[{"typeOfEmergency":{"description":"Security"},"incidentcategory":{"description":"Intruder alarm"},
               "calloutClassification":{"id":2,"value":"TEST"},"responseType":{"id":1,"value":"SECURITY"},
               "calloutCurrentLocation":{"latitude":"-33.9","longitude":"18.4","formattedAddress":"9 Dock Road"}}],"unheardOf":{"a":[1]}}
            """)!;

        Assert.Equal(("Security", "Intruder alarm"), (callout.Emergency, callout.Category));
        Assert.Equal((2, "TEST", true), (callout.ClassificationId, callout.Classification, callout.InternalTest));
        Assert.Equal((1, "SECURITY"), (callout.ResponseTypeId, callout.ResponseType));
        Assert.Equal((-33.9, 18.4, "9 Dock Road"), (callout.Latitude, callout.Longitude, callout.Address));
        Assert.Equal(("https://track.test/7", Then), (callout.TrackingUrl, callout.CreatedAt));
        Assert.Empty(callout.Dispatches);
        Assert.Equal(1, callout.Raw.GetProperty("unheardOf").GetProperty("a")[0].GetInt32());
    }

    [Theory]
    [InlineData("""{"id":7,"calloutClassification":1,"responseType":2}""", 1, null, 2, null)]
    [InlineData("""{"id":7,"calloutClassification":"TEST","responseType":"SECURITY"}""", null, "TEST", null, "SECURITY")]
    [InlineData("""{"id":7,"calloutClassification":{"id":"1","value":"REAL"},"responseType":{"value":"MEDICAL"}}""", 1, "REAL", null, "MEDICAL")]
    [InlineData("""{"id":7,"calloutClassificationId":"2","responseTypeId":"1"}""", 2, null, 1, null)]
    public void Read_ClassificationAndResponseType_AnyForm(string json, int? classificationId, string? classification, int? typeId, string? type)
    {
        var callout = Read(json)!;

        Assert.Equal((classificationId, classification), (callout.ClassificationId, callout.Classification));
        Assert.Equal((typeId, type), (callout.ResponseTypeId, callout.ResponseType));
    }

    [Theory]
    [InlineData("\"NaN\"", "1")]
    [InlineData("\"Infinity\"", "1")]
    [InlineData("1e400", "1")]
    [InlineData("90.5", "1")]
    [InlineData("1", "-181")]
    [InlineData("\"-33,9\"", "1")]
    [InlineData("\"\"", "1")]
    [InlineData("true", "1")]
    [InlineData("{}", "1")]
    public void Read_ImpossibleCoordinate_WholePairNull(string latitude, string longitude)
    {
        var callout = Read($$"""{"id":7,"latitude":{{latitude}},"longitude":{{longitude}}}""")!;

        Assert.Equal(((double?)null, (double?)null), (callout.Latitude, callout.Longitude));
    }

    [Fact]
    public void Read_PairInTwoPlaces_NeverMixed()
    {
        var callout = Read("""{"id":7,"latitude":1,"incidentInformation":[{"calloutCurrentLocation":{"latitude":"2","longitude":"3"}}]}""")!;

        Assert.Equal((2d, 3d), (callout.Latitude, callout.Longitude));
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("/relative")]
    [InlineData("ftp://track.test/7")]
    [InlineData("not a link")]
    public void Read_TrackingLinkThatIsNoWebAddress_Null(string url) => Assert.Null(Read($$"""{"id":7,"url":"{{url}}"}""")!.TrackingUrl);

    [Theory]
    [InlineData("""{"dispatchedAt":"2026-05-04T09:11:00Z","arrivedAt":"2026-05-04T09:11:00Z","completedAt":"2026-05-04T09:11:00Z"}""")]
    [InlineData("""{"responderDispatchedAt":"2026-05-04T11:11:00+02:00","arrivedOnSceneAt":"2026-05-04T09:11:00","completedAt":"2026-05-04T09:11Z"}""")]
    [InlineData("""{"dispatchedAt":"2026-05-04T09:11:00.000Z","onSceneAt":"2026-05-04 09:11:00","responderCompletedAt":"2026-05-04T09:11:00Z"}""")]
    [InlineData("""{"timestamps":{"dispatchedAt":"2026-05-04T09:11:00Z","arrivedAt":"2026-05-04T09:11:00Z","completedAt":"2026-05-04T09:11:00Z"}}""")]
    public void Read_DispatchTimes_AnySpelling(string incident)
    {
        var dispatch = Assert.Single(Read($$"""{"id":7,"incidentInformation":[{{incident}}]}""")!.Dispatches);

        Assert.Equal((Then, Then, Then), (dispatch.DispatchedAt, dispatch.ArrivedAt, dispatch.CompletedAt));
    }

    [Theory]
    [InlineData("\"0001-01-01T00:00:00Z\"")]
    [InlineData("\"1970-01-01T00:00:00Z\"")]
    [InlineData("\"09:11\"")]
    [InlineData("\"soon\"")]
    [InlineData("1777885860")]
    [InlineData("true")]
    public void Read_TimeThatIsNone_NobodyArrived(string time) =>
        Assert.Empty(Read($$"""{"id":7,"incidentInformation":[{"arrivedAt":{{time}}}]}""")!.Dispatches);

    [Theory]
    [InlineData("7", 7d)]
    [InlineData("\"7.5\"", 7.5)]
    [InlineData("{\"minutes\":7}", 7d)]
    [InlineData("{\"minutes\":\"7\"}", 7d)]
    [InlineData("-1", null)]
    [InlineData("1e9", null)]
    [InlineData("\"soon\"", null)]
    [InlineData("[7]", null)]
    public void Read_Eta_AnyForm(string eta, double? expected)
    {
        var dispatch = Assert.Single(Read($$"""{"id":7,"incidentInformation":[{"responder":{"name":"R"},"eta":{{eta}}}]}""")!.Dispatches);

        Assert.Equal(expected, dispatch.EtaMinutes);
    }

    [Fact]
    public void Read_SeveralResponders_InAurasOrder()
    {
        var callout = Read("""
            {"id":7,"incidentInformation":[
              {"responder":{"name":"A","callSign":"C1"},"supplier":"Coastal"},{"predefinedLocationId":3},{"responder":"B","supplier":{"name":"Inland"}}]}
            """)!;

        Assert.Equal(
            [new AuraDispatch { Responder = "A", Callsign = "C1", Supplier = "Coastal" }, new AuraDispatch { Responder = "B", Supplier = "Inland" }],
            callout.Dispatches);
        Assert.Equal(3, callout.SiteId);
    }

    [Fact]
    public void Read_ResponderOnTheFlatView_Read()
    {
        var callout = Read("""{"id":7,"responder":{"name":"A"},"arrivedAt":"2026-05-04T09:11:00Z"}""")!;

        Assert.Equal(new AuraDispatch { Responder = "A", ArrivedAt = Then }, Assert.Single(callout.Dispatches));
    }

    [Theory]
    [InlineData("7")]
    [InlineData("\"text\"")]
    [InlineData("true")]
    [InlineData("[]")]
    [InlineData("[[{}]]")]
    [InlineData("{}")]
    [InlineData("\"\\ud800\"")]
    public void Read_EveryMemberOfAnOddKind_OnlyTheIdIsNeeded(string odd)
    {
        string[] names =
        [
            "status", "predefinedLocationId", "customerId", "latitude", "longitude", "responseType", "responseTypeId", "calloutClassification",
            "calloutClassificationId", "internalTest", "typeOfEmergency", "incidentCategory", "incidentcategory", "url", "createdAt",
            "calloutCurrentLocation", "responder", "supplier", "eta", "dispatchedAt", "data", "timestamps",
        ];
        var members = string.Join(',', names.Select(name => $"\"{name}\":{odd}"));

        Assert.Equal(7, Read($$"""{"id":7,{{members}},"incidentInformation":{{odd}}}""")?.Id);
        Assert.Equal(7, Read($$$"""{"id":7,"incidentInformation":[{{{odd}}},{{{{members}}}}]}""")?.Id);
    }

    [Fact]
    public void Read_NeighbourWithABrokenName_DoesNotThrow() =>
        Assert.Null(Read("""{"id":7,"\ud800longEnoughToBeLookedAt":1}""")?.Status);

    private static AuraCallout? Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return CalloutReader.Read(document.RootElement);
    }
}
