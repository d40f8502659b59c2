VARYING vec4 vColor;
VARYING float vSide;
VARYING float vHalf;

void MAIN()
{
    FRAGCOLOR = vec4(vColor.rgb, vColor.a * clamp(vHalf + 0.5 - abs(vSide), 0.0, 1.0));
}
