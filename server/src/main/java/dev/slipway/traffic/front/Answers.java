package dev.slipway.traffic.front;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;

/** What the listener says itself: a small page for browsers, problem details (RFC 9457) for programs. */
final class Answers {

    private Answers() {}

    /**
     * @param html more, for the page alone
     * @param head for the page's head
     */
    private record Text(int status, String title, String detail, String html, String head) {}

    static void starting(HttpServerRequest request) {
        request.response().putHeader("Retry-After", "1");
        send(
                request,
                new Text(
                        503,
                        "Slipway is starting",
                        "This page comes back by itself in a moment.",
                        "",
                        "<meta http-equiv=\"refresh\" content=\"1\">"));
    }

    static void unknownHost(HttpServerRequest request, String hosts) {
        String link = "<p><a href=\"" + escape(hosts) + "\">All hosts, for those who are signed in</a></p>";
        String detail = wantsPage(request) ? "No route has this host." : "No route has this host. All hosts: " + hosts;
        send(request, new Text(404, "Nothing answers here", detail, link, ""));
    }

    static void noMatch(HttpServerRequest request) {
        send(request, new Text(404, "No such path here", "This host has routes, but none for this path.", "", ""));
    }

    static void nothingReady(HttpServerRequest request, String hop) {
        request.response().putHeader("Retry-After", "2");
        send(request, new Text(503, "Not ready", hop, "", ""));
    }

    static void noAnswer(HttpServerRequest request, boolean late) {
        send(
                request,
                late
                        ? new Text(
                                504, "No answer in time", "The workload took the request and did not answer.", "", "")
                        : new Text(
                                502, "Broken answer", "The workload closed the connection without an answer.", "", ""));
    }

    static void refused(HttpServerRequest request, int status, String title, String detail) {
        send(request, new Text(status, title, detail, "", ""));
    }

    private static void send(HttpServerRequest request, Text text) {
        HttpServerResponse response = request.response();
        if (response.headWritten() || response.closed()) {
            return;
        }
        request.resume();
        response.setStatusCode(text.status()).putHeader("Cache-Control", "no-store");
        if (wantsPage(request)) {
            response.putHeader("Content-Type", "text/html; charset=utf-8");
            response.end(page(text));
        } else {
            response.putHeader("Content-Type", "application/problem+json");
            response.end(new JsonObject()
                    .put("title", text.title())
                    .put("status", text.status())
                    .put("detail", text.detail())
                    .encode());
        }
    }

    private static String page(Text text) {
        return """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%1$s</title>%4$s
            <style>
            :root{color-scheme:light dark;--ink:#182433;--soft:#667382;--back:#f6f8fb;--card:#fff;--line:#e6e8eb;--link:#066fd1}
            @media(prefers-color-scheme:dark){:root{--ink:#dce1e7;--soft:#9ba9be;--back:#151f2c;--card:#182433;--line:#25384f;--link:#4299e1}}
            body{margin:0;min-height:100vh;display:grid;place-items:center;background:var(--back);color:var(--ink);
            font:16px/1.5 system-ui,sans-serif}
            main{background:var(--card);border:1px solid var(--line);border-radius:8px;padding:2rem;margin:1rem;max-width:30rem}
            h1{font-size:1.25rem;margin:0 0 .5rem}p{margin:.25rem 0;color:var(--soft)}a{color:var(--link)}
            </style></head><body><main><h1>%1$s</h1><p>%2$s</p>%3$s</main></body></html>
            """.formatted(escape(text.title()), escape(text.detail()), text.html(), text.head());
    }

    private static boolean wantsPage(HttpServerRequest request) {
        String accept = request.getHeader("Accept");
        return accept != null && accept.contains("text/html");
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
