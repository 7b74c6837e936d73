package dev.slipway.gitops;

import dev.slipway.gitops.Application.Origin;
import dev.slipway.gitops.Output.Declaration;
import dev.slipway.kustomize.Resource;

/** What an object of Argo CD's says by itself. */
sealed interface Statement {

    record Project(AppProject project) implements Statement {}

    record One(Application application) implements Statement {}

    /** An Application that says something impossible. */
    record Malformed(Resource object, String why) implements Statement {}

    record Several(Resource set) implements Statement {}

    record Other() implements Statement {}

    static Statement of(Declaration declaration, Origin origin) {
        Resource object = declaration.object();
        return switch (object.kind()) {
            case "AppProject" -> new Project(new AppProject(object.name(), declaration.file(), object));
            case "Application" -> application(declaration.file(), object, origin);
            case "ApplicationSet" -> new Several(object);
            default -> new Other();
        };
    }

    private static Statement application(String file, Resource object, Origin origin) {
        try {
            return new One(Application.of(file, object, origin));
        } catch (IllegalArgumentException e) {
            return new Malformed(object, String.valueOf(e.getMessage()));
        }
    }
}
