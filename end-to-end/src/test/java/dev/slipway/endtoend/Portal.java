package dev.slipway.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The portal as one signed-in person sees it, without a browser: pages as text, and forms. */
final class Portal {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final URI address;
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    private Portal(URI address) {
        this.address = address;
    }

    static Portal of(int port, String person, String password) {
        Portal portal = new Portal(URI.create("http://127.0.0.1:" + port));
        HttpResponse<String> answer =
                portal.submit("/sign-in", "/sign-in", Map.of("name", person, "password", password));
        if (answer.statusCode() / 100 != 3) {
            throw new AssertionError(person + " cannot sign in: " + answer.statusCode() + " " + answer.body());
        }
        return portal;
    }

    /** What a page says, without its markup. */
    String read(String page) {
        return text(get(page).body());
    }

    HttpResponse<String> get(String page) {
        return send(HttpRequest.newBuilder(address.resolve(page)).GET());
    }

    /** Sends the form of a page. */
    HttpResponse<String> submit(String page, String action, Map<String, ?> fields) {
        Matcher csrf = CSRF.matcher(get(page).body());
        String token = csrf.find() ? csrf.group(1) : "";
        String form = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(String.valueOf(field.getValue())))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(address.resolve(action))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", address.toString())
                .POST(BodyPublishers.ofString(form + "&_csrf=" + encoded(token))));
    }

    /** Markup taken away, and what stands for characters put back. */
    static String text(String page) {
        return page.replaceAll("(?s)<(script|style).*?</\\1>", "")
                .replaceAll("<[^>]*>", "")
                .replaceAll("&(quot|#34);", "\"")
                .replaceAll("&#39;", "'")
                .replaceAll("&lt;", "<")
                .replaceAll("&gt;", ">")
                .replaceAll("&amp;", "&")
                .replaceAll("\\s+", " ");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
