package dev.shopbell.platform.http;

import io.quarkus.resteasy.reactive.server.runtime.ResteasyReactiveRecorder;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;
import org.jboss.resteasy.reactive.server.util.RuntimeResourceVisitor;

/// Which methods a path takes, as the running server knows them. The framework tells an unknown
/// path from a wrong method only within one resource class, and ours share their paths.
@Singleton
final class AllowedMethods {

    private record Route(String method, Pattern path) {}

    private static final Pattern PARAMETER = Pattern.compile("\\{([^:{}]+)(?::((?:[^{}])+))?}");

    private final List<Route> routes = new ArrayList<>();

    AllowedMethods() {
        RuntimeResourceVisitor.visitRuntimeResources(
                "",
                ResteasyReactiveRecorder.getCurrentDeployment().getClassMappers(),
                new RuntimeResourceVisitor() {
                    @Override
                    public void visitRuntimeResource(
                            String method, String path, RuntimeResource resource) {
                        routes.add(new Route(method, pattern(path)));
                    }
                });
    }

    /// In order; none when there is no such path.
    Set<String> of(String path) {
        Set<String> methods =
                routes.stream()
                        .filter(route -> route.path().matcher(path).matches())
                        .map(Route::method)
                        .collect(Collectors.toCollection(TreeSet::new));
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        return methods;
    }

    /// What paths of a route look like.
    static Pattern pattern(String template) {
        return Pattern.compile(
                PARAMETER
                        .matcher(template)
                        .replaceAll(found ->
                                found.group(2) == null ? "[^/]+" : "(?:" + found.group(2) + ")"));
    }
}
