package dev.slipway.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.eclipse.jgit.http.server.GitServlet;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.transport.resolver.FileResolver;

/** A Git server somewhere else: every bare repository below a directory, by smart HTTP on loopback, open to everybody. */
public final class RemoteGit implements AutoCloseable {

    private final Tomcat tomcat = new Tomcat();
    private final Path directory;

    public RemoteGit(Path directory) {
        this.directory = directory;
        tomcat.setBaseDir(directory.resolve("tomcat").toString());
        tomcat.setHostname("127.0.0.1");
        tomcat.setPort(0);
        tomcat.getConnector();
        Context context = tomcat.addContext("", null);
        GitServlet servlet = new GitServlet();
        servlet.setRepositoryResolver(new FileResolver<>(directory.toFile(), true));
        servlet.setReceivePackFactory(null);
        Tomcat.addServlet(context, "git", servlet);
        context.addServletMappingDecoded("/*", "git");
        try {
            tomcat.start();
        } catch (LifecycleException e) {
            throw new IllegalStateException(e);
        }
    }

    public String host() {
        return "127.0.0.1:" + tomcat.getConnector().getLocalPort();
    }

    public String url(String name) {
        return "http://" + host() + "/" + name + ".git";
    }

    /** A bare repository of this name without anything in it. */
    public Path create(String name) {
        Path bare = directory.resolve(name + ".git");
        try (var git =
                new FileRepositoryBuilder().setGitDir(bare.toFile()).setBare().build()) {
            git.create(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bare;
    }

    /** A checkout of a new repository, which pushes to it with {@code git push origin}. */
    public GitCommandLine checkout(String name) {
        Path bare = create(name);
        Path work = directory.resolve(name + "-work");
        try {
            Files.createDirectories(work);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        GitCommandLine git = new GitCommandLine(work);
        git.run("init", "-q", "-b", "main");
        git.run("remote", "add", "origin", bare.toString());
        return git;
    }

    @Override
    public void close() {
        try {
            tomcat.stop();
            tomcat.destroy();
        } catch (LifecycleException e) {
            throw new IllegalStateException(e);
        }
    }
}
