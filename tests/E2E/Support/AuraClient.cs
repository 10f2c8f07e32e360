using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AuraConsole.Integration.Webhooks;
using AuraConsole.Simulator;

namespace AuraConsole.E2E.Support;

/// <summary>AURA's public API and the simulator's control API over HTTP, spoken without the console's own client.</summary>
internal sealed class AuraClient(SimulatorHost aura) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = aura.Url };

    /// <summary>Takes the one webhook slot, as the console's admin would.</summary>
    public async Task RegisterWebhookAsync(Uri url, string secret)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/panic-api/v2/notifiers/webhooks")
        {
            Content = JsonContent.Create(new JsonObject
            {
                ["url"] = url.AbsoluteUri,
                ["events"] = new JsonArray([.. AuraEventNames.All.Select(static name => (JsonNode?)name)]),
                ["method"] = "webhook",
                ["headers"] = new JsonObject { ["Authorization"] = secret },
            }),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync());
        using var answer = await _http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>One step on, by the control API.</summary>
    public async Task StepAsync(long calloutId)
    {
        using var answer = await _http.PostAsync($"/simulator/api/callouts/{calloutId}/step", null);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Raises for a customer, as the customer's own app would; the safe code is the end of their mobile number.</summary>
    public async Task<(long Id, string SafeCode)> RaiseForCustomerAsync()
    {
        var customers = await _http.GetFromJsonAsync<JsonArray>("/simulator/api/customers");
        var customer = customers!.First(one => one!["hasActiveSubscription"]!.GetValue<bool>())!;
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/panic-api/v2/customers/{customer["id"]}/callouts")
        {
            Content = JsonContent.Create(new JsonObject
            {
                ["location"] = new JsonObject { ["latitude"] = -33.9, ["longitude"] = 18.4, ["accuracy"] = 10 },
                ["responseTypeId"] = 1,
            }),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync());
        using var answer = await _http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        var raised = await answer.Content.ReadFromJsonAsync<JsonObject>();
        return ((raised!["callout"] ?? raised)["id"]!.GetValue<long>(), customer["mobile"]!.GetValue<string>()[^4..]);
    }

    public void Dispose() => _http.Dispose();

    private async Task<string> TokenAsync()
    {
        var credentials = new JsonObject { ["clientId"] = aura.Options.ClientId, ["clientSecret"] = aura.Options.ClientSecret };
        using var answer = await _http.PostAsJsonAsync("/panic-api/v2/oauth/token", credentials);
        answer.EnsureSuccessStatusCode();
        var token = await answer.Content.ReadFromJsonAsync<JsonObject>();
        return (token!["accessToken"] ?? token["access_token"])!.GetValue<string>();
    }
}
