namespace Effektkaeder.Domain;

/// <summary>Which way the number of an indicator goes when things get better.</summary>
public enum Bedre
{
    Mere,
    Mindre,
}
