package dev.slipway.git.web;

import dev.slipway.git.GitException;
import dev.slipway.git.GitMirrors;
import dev.slipway.git.mirrors.MirrorProperties;
import dev.slipway.identity.Public;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hears of pushes to mirrored repositories: the push events of GitHub, Gitea and Forgejo ({@code X-Hub-Signature-256}) and of
 * GitLab ({@code X-Gitlab-Token}). It fetches what is mirrored already, from where it was fetched before, and nothing else.
 */
@RestController
class PushWebhook {

    private static final int LARGEST = 8 << 20;
    private static final List<String> ADDRESSES =
            List.of("clone_url", "html_url", "url", "git_http_url", "homepage", "web_url");

    private final GitMirrors mirrors;
    private final WebhookSignature signature;

    PushWebhook(GitMirrors mirrors, MirrorProperties properties) {
        this.mirrors = mirrors;
        this.signature = new WebhookSignature(properties.webhookSecret());
    }

    @PostMapping("/api/v1/hooks/push")
    @Public("The sender proves with each message that it knows the webhook's secret.")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Map<String, List<String>> pushed(HttpServletRequest request) throws IOException {
        byte[] body = body(request);
        signature.require(request, body);
        return Map.of(
                "refreshed",
                mirrors.refresh(addresses(body)).stream()
                        .map(each -> each.url())
                        .toList());
    }

    private static byte[] body(HttpServletRequest request) throws IOException {
        try (InputStream in = request.getInputStream()) {
            byte[] body = in.readNBytes(LARGEST + 1);
            if (body.length > LARGEST) {
                throw new GitException(
                        ProblemCode.LIMITED, Problem.of("The message is larger than " + (LARGEST >> 20) + " MB."));
            }
            return body;
        }
    }

    private static Set<String> addresses(byte[] body) {
        try {
            JsonNode message = JsonMapper.shared().readTree(body);
            Set<String> addresses = new LinkedHashSet<>();
            Stream.of("repository", "project")
                    .map(message::path)
                    .forEach(repository -> ADDRESSES.stream()
                            .map(repository::path)
                            .filter(JsonNode::isString)
                            .map(JsonNode::asString)
                            .filter(address -> address.startsWith("http"))
                            .forEach(addresses::add));
            return addresses;
        } catch (JacksonException e) {
            throw new GitException(
                    ProblemCode.INVALID, Problem.of("The message is no JSON.").expecting("a push event"));
        }
    }
}
