using Xunit;
namespace Kvell.Tests;
public sealed class SmokeTests { [Fact] public void Runs() => Assert.Equal(4, 2 + 2); }
