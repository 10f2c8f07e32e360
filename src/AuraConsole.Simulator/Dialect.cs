namespace AuraConsole.Simulator;

/// <summary>AURA's documents come in two generations that contradict each other.</summary>
public enum Dialect
{
    /// <summary>The newer pages: <c>{message, callout}</c>, a nested read view, camelCase token.</summary>
    Wrapped,

    /// <summary>The older pages: bare flat objects also when read, snake_case token, <c>name</c> and numbers on sites.</summary>
    Bare,
}
