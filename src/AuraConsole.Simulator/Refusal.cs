namespace AuraConsole.Simulator;

/// <summary>Why something was not done, as the API answers it.</summary>
internal sealed record Refusal(int Status, string Message)
{
    public static Refusal Invalid(string message) => new(StatusCodes.Status400BadRequest, message);

    public static Refusal NotFound(string what) => new(StatusCodes.Status404NotFound, $"{what} not found");

    public static Refusal Conflict(string message) => new(StatusCodes.Status409Conflict, message);

    /// <summary>The simulator's own bound was reached; AURA documents none.</summary>
    public static Refusal Full(string what) => Invalid($"The simulator keeps no more {what}");
}
