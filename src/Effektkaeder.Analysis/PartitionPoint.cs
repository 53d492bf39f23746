namespace Effektkaeder.Analysis;

/// <summary>Where a test stops holding along numbers of which the first hold and the rest do not: by halving.</summary>
public static class PartitionPoint
{
    /// <param name="count">The numbers are 0 to one less than this.</param>
    /// <returns>How many hold, which is the first that does not.</returns>
    public static int Of(int count, Func<int, bool> holds)
    {
        var (low, high) = (0, count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = holds(middle) ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
