using Microsoft.Extensions.Options;

namespace AuraConsole.Web.Features.Customers;

internal sealed class CustomersOptionsValidator : IValidateOptions<CustomersOptions>
{
    public ValidateOptionsResult Validate(string? name, CustomersOptions options) =>
        options.ExpiringWithin >= TimeSpan.Zero && options.ExpiringWithin <= TimeSpan.FromDays(366)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"{CustomersOptions.Section}:{nameof(options.ExpiringWithin)} must be 0 to 366 days");
}
