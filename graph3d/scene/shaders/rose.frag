VARYING vec3 vNormal;
VARYING vec4 vPetal;

void MAIN()
{
    vec3 normal = normalize(vNormal);
    if (normal.z < 0.0)
        normal = -normal;
    float light = max(dot(normal, vec3(-0.42, 0.55, 0.72)), 0.0);
    float along = vPetal.y;
    // Deep purple at the foot and in the heart, rose gold towards the tips of the outer petals, a pale hem.
    float gold = smoothstep(0.10, 0.92, along) * mix(0.25, 1.0, vPetal.z);
    float shimmer = 0.5 + 0.5 * sin(roseTime * 0.7 + vPetal.z * 5.0 + along * 2.0);
    vec3 color = mix(deep, gold_, clamp(gold + 0.10 * shimmer, 0.0, 1.0));
    float hem = smoothstep(0.86, 1.0, along) + 0.6 * smoothstep(0.8, 1.0, abs(vPetal.x));
    color = mix(color, vec3(1.0, 0.93, 0.92), 0.35 * clamp(hem, 0.0, 1.0));
    float edge = 1.0 - normal.z;
    float day = dot(background, vec3(0.3, 0.6, 0.1));
    color = color * (0.34 + 0.22 * day + 0.74 * light) * mix(0.50, 1.0, smoothstep(0.0, 0.75, along)) + gold_ * edge * edge * 0.35;
    float shine = max(dot(normal, vec3(-0.26, 0.34, 0.904)), 0.0);
    shine *= shine;
    shine *= shine;
    shine *= shine;
    color += vec3(0.16) * shine * (0.6 + 0.4 * shimmer);
    FRAGCOLOR = vec4(mix(color, background, vPetal.w), 1.0);
}
