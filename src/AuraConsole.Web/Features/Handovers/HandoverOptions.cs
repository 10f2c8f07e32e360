using Microsoft.Extensions.Options;

namespace AuraConsole.Web.Features.Handovers;

/// <summary>Section <c>Handover</c>.</summary>
public sealed class HandoverOptions
{
    public const string Section = "Handover";

    /// <summary>Whether somebody may confirm and sign for a handover of their own: a control room of one person.</summary>
    public bool AllowSelf { get; set; }
}

/// <summary>Nothing can be wrong with it; it is there so that a value of the wrong form is a fault among the others.</summary>
internal sealed class HandoverOptionsValidator : IValidateOptions<HandoverOptions>
{
    public ValidateOptionsResult Validate(string? name, HandoverOptions options) => ValidateOptionsResult.Success;
}
