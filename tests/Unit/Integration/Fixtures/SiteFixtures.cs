using System.Text;
using AuraConsole.Integration.Api;
using AuraConsole.Integration.Api.Contracts;

namespace AuraConsole.Unit.Integration.Fixtures;

/// <summary>Sites, their CSV, and the webhook slot.</summary>
internal static class SiteFixtures
{
    public const string NewSite = """
        {"id":120045,"customerId":null,"customerSourceId":12,"externalReferenceId":"site-0042","locationIdentifier":"site-0042",
         "locationDescription":"Harbour Depot","locationAdditionalInformation":null,"formattedAddress":"9 Dock Road, Cape Town",
         "latitude":"-33.90510","longitude":"18.42010","w3w":null,"calloutLocationTypeId":3,"calloutLocationTypeValue":null,
         "calloutLocationTypeDescription":null,"duressCode":null,"medicalCoverage":null,"securityCoverage":true,
         "inCoverageLastCheckedAt":"2026-05-04T09:00:00.000Z","createdAt":"2026-05-04T09:00:00.000Z",
         "updatedAt":"2026-05-04T09:00:00.000Z","calloutLocationType.id":null,"calloutLocationType.value":null,
         "calloutLocationType.description":null,"calloutLocationType.addressType":null,"calloutLocationType.createdAt":null,
         "calloutLocationType.updatedAt":null}
        """;

    public const string OldSite = """
        {"id":120045,"name":"Harbour Depot","externalReferenceId":"site-0042","latitude":-33.9051,"longitude":18.4201,"customerId":452789}
        """;

    public const string Csv = "externalReferenceId,latitude,longitude\r\nsite-0042,-33.9051,18.4201\r\n";

    private static readonly SiteDetails Details = new() { Reference = "site-0042", Latitude = -33.9051, Longitude = 18.4201 };

    public static SitesCsvUpload Upload { get; } = new()
    {
        Csv = Encoding.UTF8.GetBytes(Csv),
        CallbackUrl = new Uri("https://console.test/csv"),
        UserEmail = "admin@console.test",
        Delimiter = ',',
        Source = "console",
    };

    public static IReadOnlyList<AuraOperation> Operations { get; } =
    [
        new("ISitesApi.ListAsync", "GET /panic-api/v2/predefinedLocations", h => h.Sites.ListAsync(), $"[{NewSite}]",
            $$"""{"message":"Successful","predefinedLocations":[{{OldSite}}]}"""),
        new("ISitesApi.CreateAsync", "POST /panic-api/v2/predefinedLocations", h => h.Sites.CreateAsync(Details), NewSite, OldSite),
        new("ISitesApi.GetAsync", "GET /panic-api/v2/predefinedLocations/120045", h => h.Sites.GetAsync(120045), NewSite, OldSite),
        new("ISitesApi.UpdateAsync", "PUT /panic-api/v2/predefinedLocations/120045", h => h.Sites.UpdateAsync(120045, Details),
            NewSite, OldSite),
        new("ISitesApi.DeleteAsync", "DELETE /panic-api/v2/predefinedLocations/120045", h => h.Sites.DeleteAsync(120045),
            """{"message":"Deleted"}""") { EmptyIsDone = true },
        new("ISitesCsvApi.UploadAsync", "POST /v1/predefinedlocations/upload", h => h.Get<ISitesCsvApi>().UploadAsync(Upload),
            """{"message":"Processing"}""") { EmptyIsDone = true },
        new("ISitesCsvApi.DownloadAsync", "GET /v1/predefinedlocations/download", h => h.Get<ISitesCsvApi>().DownloadAsync(), Csv),
        new("IWebhooksApi.RegisterAsync", "POST /panic-api/v2/notifiers/webhooks",
            h => h.Webhooks.RegisterAsync(new WebhookRegistration { Url = new Uri("https://console.test/hook"), Events = ["NEW_CALLOUT"] }),
            """{"message":"Registered","notifier":{"config":[{"url":"https://console.test/hook","events":["NEW_CALLOUT"],"method":"webhook"}]}}""")
        {
            EmptyIsDone = true,
        },
    ];
}
