using System.Runtime.CompilerServices;

namespace Effektkaeder.Layout.P4Coordinates;

/// <summary>
/// Least squares under a rising order.
/// <para>Source: Ayer, Brunk, Ewing, Reid and Silverman (1955), pool adjacent violators.</para>
/// </summary>
internal static class Isotonic
{
    /// <summary>Replaces the wishes by the nearest values that never fall.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Fit(Span<double> wish, ReadOnlySpan<double> weight)
    {
        var n = wish.Length;
        var mean = n <= 256 ? stackalloc double[n] : new double[n];
        var mass = n <= 256 ? stackalloc double[n] : new double[n];
        var size = n <= 256 ? stackalloc int[n] : new int[n];
        var top = 0;
        for (var i = 0; i < n; i++)
        {
            (mean[top], mass[top], size[top]) = (wish[i], weight[i], 1);
            while (top > 0 && mean[top - 1] > mean[top])
            {
                var total = mass[top - 1] + mass[top];
                mean[top - 1] = ((mean[top - 1] * mass[top - 1]) + (mean[top] * mass[top])) / total;
                mass[top - 1] = total;
                size[top - 1] += size[top];
                top--;
            }

            top++;
        }

        var at = 0;
        for (var b = 0; b < top; b++)
        {
            for (var k = 0; k < size[b]; k++)
            {
                wish[at++] = mean[b];
            }
        }
    }
}
