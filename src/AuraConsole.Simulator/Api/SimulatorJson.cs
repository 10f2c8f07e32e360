using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using AuraConsole.Simulator.Control;
using AuraConsole.Simulator.State;

namespace AuraConsole.Simulator.Api;

/// <summary>Everything that is read or written as JSON; AURA's own shapes are built as nodes, with their keys in sight.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(JsonNode))]
[JsonSerializable(typeof(IReadOnlyList<ControlCallout>))]
[JsonSerializable(typeof(IReadOnlyList<ControlSite>))]
[JsonSerializable(typeof(IReadOnlyList<ControlCustomer>))]
[JsonSerializable(typeof(IReadOnlyList<ControlRequest>))]
[JsonSerializable(typeof(IReadOnlyList<UploadEntry>))]
[JsonSerializable(typeof(ControlWebhook))]
[JsonSerializable(typeof(ControlRaise))]
[JsonSerializable(typeof(ControlSend))]
[JsonSerializable(typeof(FaultsPatch))]
[JsonSerializable(typeof(OptionsPatch))]
internal sealed partial class SimulatorJson : JsonSerializerContext;
