VARYING vec3 vGlow;

void MAIN()
{
    float away = length(vGlow.xy);
    float alpha;
    if (ringIndex < -0.5) {
        float t = clamp(1.0 - away / (vGlow.z * glowReach), 0.0, 1.0);
        alpha = 0.55 * t * t * t;
    } else {
        float ring = abs(away - vGlow.z - 3.5 * pixelRatio);
        alpha = clamp(ringWidth * pixelRatio + 0.5 - ring, 0.0, 1.0) + 0.25 * clamp(1.0 - ring / (6.0 * pixelRatio), 0.0, 1.0);
    }
    if (alpha < 0.004)
        discard;
    FRAGCOLOR = vec4(tint, min(alpha, 1.0) * strength);
}
