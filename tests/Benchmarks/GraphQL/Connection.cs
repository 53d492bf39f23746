using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Effektkaeder.Benchmarks.GraphQL;

/// <summary>One kept-alive HTTP/1.1 connection that asks the same question again and again, as cheaply as that can be done.</summary>
internal sealed class Connection : IDisposable
{
    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _buffer = new byte[1024 * 1024];

    public async Task OpenAsync(int port) => await _socket.ConnectAsync(IPAddress.Loopback, port);

    /// <summary>The name goes along for the bare endpoint, which does not read the body.</summary>
    public static IReadOnlyList<byte[]> Requests(int port, Question question) =>
        [
            .. question.Bodies.Select(body =>
                (byte[])
                    [
                        .. Encoding.ASCII.GetBytes(
                            string.Create(
                                CultureInfo.InvariantCulture,
                                $"POST /graphql HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: application/json\r\nAccept: "
                                    + $"application/json\r\nX-Question: {question.Name}\r\nContent-Length: {body.Length}\r\n\r\n"
                            )
                        ),
                        .. body,
                    ]
            ),
        ];

    /// <returns>The body of the answer, which must have status 200.</returns>
    public async Task<ReadOnlyMemory<byte>> AskAsync(byte[] request)
    {
        await _socket.SendAsync(request);
        var (read, bodyStart, length, chunked) = (0, -1, -1, false);
        while (true)
        {
            var got = await _socket.ReceiveAsync(_buffer.AsMemory(read));
            if (got == 0)
            {
                throw new IOException("The server closed the connection.");
            }

            read += got;
            if (bodyStart < 0)
            {
                var end = _buffer.AsSpan(0, read).IndexOf("\r\n\r\n"u8);
                if (end < 0)
                {
                    continue;
                }

                bodyStart = end + 4;
                var head = Encoding.ASCII.GetString(_buffer, 0, end).ToLowerInvariant();
                if (!head.StartsWith("http/1.1 200", StringComparison.Ordinal))
                {
                    throw new IOException(head);
                }

                var at = head.IndexOf("content-length: ", StringComparison.Ordinal);
                if (at >= 0)
                {
                    length = int.Parse(
                        head.AsSpan(at + 16, (head.IndexOf('\r', at) is var line && line >= 0 ? line : head.Length) - at - 16),
                        CultureInfo.InvariantCulture
                    );
                }
                else
                {
                    chunked = true;
                }
            }
            if (
                chunked && _buffer.AsSpan(bodyStart, read - bodyStart).EndsWith("\r\n0\r\n\r\n"u8)
                || !chunked && read >= bodyStart + length
            )
            {
                return _buffer.AsMemory(bodyStart, read - bodyStart);
            }
        }
    }

    public void Dispose() => _socket.Dispose();
}
