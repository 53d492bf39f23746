using Effektkaeder.Layout.Graph;

namespace Effektkaeder.Layout.P5Edges;

/// <summary>Things by where they lie, so that those near a place are found without asking all.</summary>
internal sealed class Tiles<T>
{
    private const double Size = 64;

    private readonly Dictionary<(int X, int Y), List<T>> _tiles = [];

    public void Add(LayoutRectangle extent, T thing)
    {
        foreach (var tile in Under(extent))
        {
            if (!_tiles.TryGetValue(tile, out var list))
            {
                _tiles.Add(tile, list = []);
            }

            list.Add(thing);
        }
    }

    /// <summary>All that may touch the place; what spans several tiles comes more than once.</summary>
    public IEnumerable<T> In(LayoutRectangle place) => Under(place).SelectMany(tile => _tiles.GetValueOrDefault(tile, []));

    private static IEnumerable<(int X, int Y)> Under(LayoutRectangle extent)
    {
        for (var x = (int)Math.Floor(extent.X / Size); x <= (int)Math.Floor(extent.Right / Size); x++)
        {
            for (var y = (int)Math.Floor(extent.Y / Size); y <= (int)Math.Floor(extent.Bottom / Size); y++)
            {
                yield return (x, y);
            }
        }
    }
}
