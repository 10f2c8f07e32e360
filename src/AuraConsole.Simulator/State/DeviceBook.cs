namespace AuraConsole.Simulator.State;

/// <summary>The linked devices of a source.</summary>
internal sealed class DeviceBook
{
    private const int Capacity = 10_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, SimulatedDevice> _devices = new(StringComparer.Ordinal);

    public SimulatedDevice? Device(string deviceId)
    {
        lock (_gate) return _devices.GetValueOrDefault(deviceId);
    }

    public SimulatedDevice? WithSerial(string serial)
    {
        lock (_gate) return _devices.Values.FirstOrDefault(device => device.Serial == serial);
    }

    public Refusal? Add(SimulatedDevice device)
    {
        lock (_gate)
        {
            if (_devices.ContainsKey(device.DeviceId)) return Refusal.Conflict("The device is already linked");
            if (_devices.Count >= Capacity) return Refusal.Full("devices");
            _devices[device.DeviceId] = device;
            return null;
        }
    }

    /// <summary>Changes a device; false when it is not linked any more.</summary>
    public SimulatedDevice? Change(string deviceId, Func<SimulatedDevice, SimulatedDevice> change)
    {
        lock (_gate)
        {
            return _devices.TryGetValue(deviceId, out var device) ? _devices[deviceId] = change(device) : null;
        }
    }

    public bool Remove(string deviceId)
    {
        lock (_gate) return _devices.Remove(deviceId);
    }
}

/// <summary>A device that is linked to a customer.</summary>
internal sealed record SimulatedDevice
{
    public required long Id { get; init; }
    public required string DeviceId { get; init; }
    public required string Serial { get; init; }
    public required string Supplier { get; init; }
    public required long CustomerId { get; init; }
    public string? Alias { get; init; }
    public string? FirmwareVersion { get; init; }
    public long? BatteryLevel { get; init; }
    public DateTimeOffset? BatteryAt { get; init; }
    public DateTimeOffset? HealthAt { get; init; }
    public SimulatedPosition? Position { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }
}
