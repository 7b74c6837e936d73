package dev.slipway.gitops.sets;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.slipway.gitops.manifest.Fields;
import dev.slipway.gitops.sets.PullRequests.Answer;
import dev.slipway.gitops.sets.PullRequests.PullRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The open pull requests of a repository, each a set of parameters. */
record PullRequestGenerator(Fields generator, PullRequests pullRequests, boolean nested) {

    List<Map<String, @Nullable Object>> parameters() {
        String url = repository();
        return switch (pullRequests.open(url)) {
            case Answer.Unknown unknown ->
                throw new GeneratorException(
                        "The pull requests of \"" + url + "\" are not known: " + unknown.reason() + ".",
                        "a repository of the Git host",
                        "");
            case Answer.Known known ->
                known.pullRequests().stream()
                        .filter(each -> each.labels().containsAll(labels()))
                        .filter(this::isWanted)
                        .map(this::of)
                        .toList();
        };
    }

    private Fields host() {
        return List.of("github", "gitlab", "gitea", "bitbucketServer", "bitbucket", "azuredevops").stream()
                .filter(generator::has)
                .findFirst()
                .map(generator::map)
                .orElseThrow(() -> new GeneratorException(
                        "The pullRequest generator names no host.", "github, gitlab, gitea or bitbucket", "Name one."));
    }

    private String repository() {
        Fields host = host();
        String usual = generator.has("gitlab")
                ? "https://gitlab.com"
                : generator.has("github") ? "https://github.com" : "https://bitbucket.org";
        String api = host.textOr("api", usual).replaceFirst("/api(/v\\d+)?/?$|/rest/?$|/+$", "");
        String project = host.textOr("owner", host.textOr("project", ""));
        String base = api.equals("https://api.github.com") ? "https://github.com" : api;
        return base + "/" + project + (host.has("repo") ? "/" + host.textOr("repo", "") : "");
    }

    private List<String> labels() {
        return host().texts("labels");
    }

    /** One of the filters must hold, with all that it says. */
    private boolean isWanted(PullRequest pullRequest) {
        List<Fields> filters = generator.maps("filters");
        return filters.isEmpty()
                || filters.stream()
                        .anyMatch(each -> matches(each.text("branchMatch"), pullRequest.branch())
                                && matches(each.text("targetBranchMatch"), pullRequest.targetBranch())
                                && matches(each.text("titleMatch"), pullRequest.title()));
    }

    private static boolean matches(@Nullable String expression, String text) {
        try {
            return expression == null
                    || Pattern.compile(expression).matcher(text).find();
        } catch (PatternSyntaxException e) {
            throw new GeneratorException(
                    "\"" + expression + "\" in filters is no regular expression: " + e.getDescription() + ".",
                    "a regular expression",
                    "Correct the filter.");
        }
    }

    private Map<String, @Nullable Object> of(PullRequest pullRequest) {
        String head = pullRequest.headCommit();
        Map<String, @Nullable Object> parameters = new LinkedHashMap<>();
        parameters.put("number", String.valueOf(pullRequest.number()));
        parameters.put("title", pullRequest.title());
        parameters.put("branch", pullRequest.branch());
        parameters.put("branch_slug", Names.slug(pullRequest.branch()));
        parameters.put("target_branch", pullRequest.targetBranch());
        parameters.put("target_branch_slug", Names.slug(pullRequest.targetBranch()));
        parameters.put("head_sha", head);
        parameters.put("head_short_sha", head.substring(0, Math.min(8, head.length())));
        parameters.put("head_short_sha_7", head.substring(0, Math.min(7, head.length())));
        parameters.put("author", pullRequest.author());
        if (nested) {
            parameters.put("labels", pullRequest.labels());
        }
        return parameters;
    }
}
