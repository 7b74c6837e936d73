package dev.slipway.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands the one server, which all tests of this process with this extension share, to constructors and methods that take a
 * {@link Stage}. It lives as long as the session: Maven hands the process one class after the other, each with a root of its own.
 */
final class SharedStage implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(SharedStage.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Stage.class;
    }

    @Override
    public Stage resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE)
                .computeIfAbsent(Stage.class, _ -> open(), Stage.class);
    }

    private static Stage open() {
        try {
            return Stage.open(Files.createTempDirectory("stage"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
