namespace AuraConsole.Web.Components.Map;

/// <summary>A callout as map.js draws it.</summary>
public sealed record MapMark(long Id, string Stage, string Name, bool IsTest, double Latitude, double Longitude);
