namespace Effektkaeder.Storage.Sqlite;

/// <summary>A row is not what was written. The message is Danish and names what it is of.</summary>
internal sealed class DamagedRowException(string what, Exception? inner = null) : Exception(what, inner)
{
    /// <summary>Whether this is what becomes of reading a row that holds other things than were written.</summary>
    public static bool IsWhatComesOf(Exception e) =>
        e
            is DamagedRowException
                or InvalidDataException
                or InvalidCastException
                or InvalidOperationException
                or OverflowException
                or FormatException
                or ArgumentException
                or IndexOutOfRangeException
                or KeyNotFoundException;
}
