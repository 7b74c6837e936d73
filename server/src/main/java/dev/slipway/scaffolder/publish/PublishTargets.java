package dev.slipway.scaffolder.publish;

import dev.slipway.git.RepositoryAccess;
import dev.slipway.kernel.RepositoryRef;
import dev.slipway.scaffolder.action.Actors;
import dev.slipway.scaffolding.action.ActionContext;
import dev.slipway.scaffolding.action.ActionException;
import dev.slipway.scaffolding.action.InputProblem;
import dev.slipway.scaffolding.action.RunInfo;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the repository that an input's {@code repoUrl} means, and whether a run may write to it. */
@Component
class PublishTargets {

    private static final Pattern HOST = Pattern.compile("^(?:https?://)?([^/?]+)");
    private static final Pattern OWNER = Pattern.compile("[?&]owner=([^&]+)");
    private static final Pattern REPOSITORY = Pattern.compile("[?&]repo=([^&]+)");

    private final List<PublishHost> hosts;
    private final RepositoryAccess access;

    PublishTargets(List<PublishHost> hosts, RepositoryAccess access) {
        this.hosts = hosts;
        this.access = access;
    }

    /** The repository, to which the run may propose changes; an ActionException for no address, a refusal otherwise. */
    PublishTarget of(ActionContext context) {
        PublishTarget target = named(context.text("repoUrl").orElse(""));
        access.requirePropose(Actors.of(context.run()), target.repository());
        return target;
    }

    /** Refuses who may not change how a repository is protected; whose run made it may. */
    void requireConfigure(ActionContext context, PublishTarget target) {
        access.requireConfigure(Actors.of(context.run()), target.repository());
    }

    PublishTarget named(String url) {
        String name = part(HOST, url);
        PublishHost host = hosts.stream()
                .filter(each -> each.serves(name))
                .findFirst()
                .orElseThrow(() -> new ActionException("There is no adapter for the host \"" + name + "\"."));
        try {
            return new PublishTarget(host, new RepositoryRef(part(OWNER, url), part(REPOSITORY, url)));
        } catch (IllegalArgumentException e) {
            throw new ActionException("\"" + url + "\" is not a repository: " + e.getMessage(), e);
        }
    }

    /** What is known before the run to be wrong with {@code repoUrl}; a repository may still be made by an earlier step. */
    List<InputProblem> problems(RunInfo run, Map<String, @Nullable Object> input) {
        Object url = input.get("repoUrl");
        if (url == null) {
            return List.of();
        }
        try {
            RepositoryRef repository = named(url.toString()).repository();
            return access.mayPropose(Actors.of(run), repository)
                    ? List.of()
                    : List.of(
                            new InputProblem("repoUrl", "You may not write to the repository \"" + repository + "\"."));
        } catch (ActionException e) {
            return List.of(new InputProblem("repoUrl", String.valueOf(e.getMessage())));
        }
    }

    private static String part(Pattern pattern, String url) {
        Matcher matcher = pattern.matcher(url);
        if (!matcher.find()) {
            throw new ActionException("\"" + url + "\" is not a repository: expected host?owner=…&repo=…");
        }
        try {
            return URLDecoder.decode(matcher.group(1), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new ActionException("\"" + url + "\" is not a repository: expected host?owner=…&repo=…", e);
        }
    }
}
