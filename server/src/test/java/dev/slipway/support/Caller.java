package dev.slipway.support;

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
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Talks HTTP to the server under test, as an API client with a token or as a browser that keeps cookies. */
public final class Caller {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final URI address;
    private final String token;
    private final HttpClient client;

    /** @param token empty for none */
    Caller(URI address, String token) {
        this.address = address;
        this.token = token;
        this.client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    }

    public HttpResponse<String> get(String path) {
        return send(path, request -> request.GET());
    }

    public HttpResponse<String> get(String path, Map<String, String> headers) {
        return send(path, request -> {
            headers.forEach(request::setHeader);
            return request.GET();
        });
    }

    public HttpResponse<String> post(String path, String json) {
        return post(path, json, Map.of());
    }

    public HttpResponse<String> post(String path, String json, Map<String, String> headers) {
        return send(path, request -> {
            headers.forEach(request::setHeader);
            return request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(json));
        });
    }

    public HttpResponse<String> put(String path, String json) {
        return send(
                path,
                request -> request.header("Content-Type", "application/json").PUT(BodyPublishers.ofString(json)));
    }

    public HttpResponse<String> delete(String path) {
        return send(path, HttpRequest.Builder::DELETE);
    }

    /** Submits a form as the page at {@code page} would, with the CSRF token that it holds. */
    public HttpResponse<String> submit(String page, String path, Map<String, String> fields) {
        return submit(page, path, fields, Map.of());
    }

    public HttpResponse<String> submit(
            String page, String path, Map<String, String> fields, Map<String, String> headers) {
        String csrf = csrf(page);
        String protection = csrf.isEmpty() ? "" : "&_csrf=" + encoded(csrf);
        String form = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(path, request -> {
            headers.forEach(request::setHeader);
            return request.header("Content-Type", "application/x-www-form-urlencoded")
                    .header("Origin", address.toString())
                    .POST(BodyPublishers.ofString(form + protection));
        });
    }

    /** The CSRF token in the forms of this page; empty if it has none. */
    public String csrf(String page) {
        Matcher csrf = CSRF.matcher(get(page).body());
        return csrf.find() ? csrf.group(1) : "";
    }

    /** Sends anything; the path is relative to the server. Redirects are not followed. */
    public HttpResponse<String> send(String path, UnaryOperator<HttpRequest.Builder> how) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            return client.send(how.apply(request).build(), BodyHandlers.ofString());
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
