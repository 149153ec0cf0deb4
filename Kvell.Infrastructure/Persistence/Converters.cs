using Kvell.Domain.Common;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Kvell.Infrastructure.Persistence;

/// <summary>Whole kopecks as a 64-bit integer.</summary>
public sealed class MoneyConverter() : ValueConverter<Money, long>(money => money.Kopecks, kopecks => new Money(kopecks));

/// <summary>Both databases give a time back without saying it was UTC.</summary>
public sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
    time => time,
    time => DateTime.SpecifyKind(time, DateTimeKind.Utc));
