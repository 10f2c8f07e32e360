using AuraConsole.Web.Data.Entities;
using AuraConsole.Web.Resources;

namespace AuraConsole.Web.Features.Clocks;

/// <summary>
/// The presets a new console starts with. They borrow the form of known standards and claim no conformity with them; ADR-013 says how
/// their numbers became phases.
/// </summary>
internal static class ShippedPresets
{
    public static IReadOnlyList<StageClockPreset> All =>
    [
        new()
        {
            Name = "EN 50518 style",
            Style = "EN 50518:2019 (+A1:2023)",
            Confidence = ClocksText.ConfidenceEn50518,
            ClaimWarning = 30,
            ClaimBreach = 60,
            IsDefault = true,
            Version = Guid.NewGuid(),
        },
        new()
        {
            Name = "NENA style",
            Style = "NENA-STA-020.1-2020",
            Confidence = ClocksText.ConfidenceNena,
            ClaimWarning = 15,
            ClaimBreach = 20,
            Version = Guid.NewGuid(),
        },
        new()
        {
            Name = "NFPA style",
            Style = "NFPA 1225 (2022), NFPA 1221 (2016)",
            Confidence = ClocksText.ConfidenceNfpa,
            ClaimWarning = 10,
            ClaimBreach = 15,
            DispatchWarning = 60,
            DispatchBreach = 106,
            Version = Guid.NewGuid(),
        },
    ];
}
