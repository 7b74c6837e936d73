package dev.slipway.scaffolding.action;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The run that a step belongs to.
 *
 * @param id stable across restarts: what an action makes is found again by it
 * @param user entity reference of who asked for it, for example {@code user:default/ada}
 * @param userEntity the entity of who asked for it, as the catalog has it; empty when it has none
 * @param template the template's name
 * @param commit the commit that the template was read from; empty for one from a directory
 * @param parameters the answers, without secrets
 */
public record RunInfo(
        String id,
        String user,
        Map<String, @Nullable Object> userEntity,
        String template,
        String commit,
        Map<String, @Nullable Object> parameters,
        Secrets secrets) {

    /** A run without secrets, of somebody whom the catalog does not know. */
    public RunInfo(String id, String user, String template, String commit, Map<String, @Nullable Object> parameters) {
        this(id, user, Map.of(), template, commit, parameters, Secrets.NONE);
    }

    public RunInfo withUserEntity(Map<String, @Nullable Object> entity) {
        return new RunInfo(id, user, entity, template, commit, parameters, secrets);
    }

    public RunInfo withSecrets(Secrets others) {
        return new RunInfo(id, user, userEntity, template, commit, parameters, others);
    }
}
